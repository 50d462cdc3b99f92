"""The dialog for collections of starred images: choose, name, show, delete."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mnist_desktop.model.marks import Marks
from mnist_desktop.model.selection import Query
from mnist_desktop.session.changes import Mark
from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.silence import silently
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.work.commands import Commands


class CollectionDialog(QDialog):
    """Lists the collections; the chosen one is what stars go to."""

    def __init__(self, store: Store, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Collections"))
        self._store = store
        self._commands = commands
        self.list = QListWidget()
        self.name = QLineEdit(placeholderText=self.tr("Name of a new collection"))
        self.add = QPushButton(self.tr("Add"))
        self.delete = QPushButton(self.tr("Delete"))
        self.show_images = QPushButton(self.tr("Show its images"))
        self._arrange()
        self._marks = Watch(lambda state: (state.library.marks,))
        self.refresh(store.state)
        self.list.currentItemChanged.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.delete.clicked.connect(self._delete)
        self.show_images.clicked.connect(self._show)
        store.changed.connect(self.refresh)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        words = QLabel(self.tr("S or Ctrl+D stars the selected images into the chosen one."))
        layout.addWidget(words)
        layout.addWidget(self.list)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        layout.addLayout(row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        for button in (self.show_images, self.delete):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.add.setAutoDefault(False)
        layout.addWidget(buttons)

    def refresh(self, state: State) -> None:
        """List the collections.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if self._marks.differs(state):
            with silently(self.list):
                self._fill(state.library.marks)

    def _fill(self, marks: Marks) -> None:
        self.list.clear()
        for name in sorted({*marks.collections, marks.current}):
            count = len(marks.collections.get(name, ()))
            item = QListWidgetItem(self.tr("{name} ({count})").format(name=name, count=count))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
            if name == marks.current:
                self.list.setCurrentItem(item)

    def _update(self, marks: Marks) -> None:
        self._store.apply(Mark(marks))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            name = item.data(Qt.ItemDataRole.UserRole)
            self._update(self._store.state.library.marks.with_current(name))

    def _add(self) -> None:
        name = self.name.text().strip()
        if name:
            self.name.clear()
            self._update(self._store.state.library.marks.with_current(name))

    def _delete(self) -> None:
        marks = self._store.state.library.marks
        self._update(marks.without(marks.current))

    def _show(self) -> None:
        self._commands.change_query(Query(starred=True))
        self.close()
