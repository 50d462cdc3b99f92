<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>Drawing board</source>
        <extracomment>Pixels a side of what is drawn on, whatever the widget's size: 20 for each of f's 28. Width of the pen, in those pixels: MNIST's strokes are about as thick in a digit that fills the board.</extracomment>
        <translation>⟦Dráwíng bóárd····⟧</translation>
    </message>
    <message>
        <source>Clear the board</source>
        <translation>⟦Cléár thé bóárd·····⟧</translation>
    </message>
    <message>
        <source>Put a digit on the board</source>
        <translation>⟦Pút á dígít ón thé bóárd········⟧</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>⟦Érásé·⟧</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>⟦Stróké··⟧</translation>
    </message>
    <message>
        <source>Draw a digit here, or drop a picture</source>
        <translation>⟦Dráw á dígít héré, ór dróp á píctúré············⟧</translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>Switch all on</source>
        <translation>⟦Swítch áll ón····⟧</translation>
    </message>
    <message>
        <source>Switch every hidden unit on again</source>
        <translation>⟦Swítch évéry híddén únít ón ágáín···········⟧</translation>
    </message>
    <message>
        <source>Off: {names}.</source>
        <translation>⟦Óff: {names}.····⟧</translation>
    </message>
    <message>
        <source>Off: {names}. Accuracy: being worked out…</source>
        <translation>⟦Óff: {names}. Áccúrácy: béíng wórkéd óút…·············⟧</translation>
    </message>
    <message>
        <source>Off: {names}. {split}: {without:.2%} right, with all units {whole:.2%}</source>
        <translation>⟦Óff: {names}. {split}: {without:.2%} ríght, wíth áll úníts {whole:.2%}·······················⟧</translation>
    </message>
    <message>
        <source>Off: {names}. {split}, first {count:,}: {without:.2%} right, with all units {whole:.2%}</source>
        <translation>⟦Óff: {names}. {split}, fírst {count:,}: {without:.2%} ríght, wíth áll úníts {whole:.2%}·····························⟧</translation>
    </message>
</context>
<context>
    <name>CanvasStage</name>
    <message>
        <source>There is too little room for this figure.
Press F9 for more.</source>
        <extracomment>Lines of text that the figure needs to be read.</extracomment>
        <translation>⟦Théré ís tóó líttlé róóm fór thís fígúré.
Préss F9 fór móré.····················⟧</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Clear all</source>
        <translation>⟦Cléár áll···⟧</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>⟦Táké thís báck····⟧</translation>
    </message>
    <message>
        <source>Take back: {chip}</source>
        <translation>⟦Táké báck: {chip}·····⟧</translation>
    </message>
</context>
<context>
    <name>CollectionDialog</name>
    <message>
        <source>Collections</source>
        <translation>⟦Cólléctíóns···⟧</translation>
    </message>
    <message>
        <source>Name of a new collection</source>
        <translation>⟦Námé óf á néw cólléctíón········⟧</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>⟦Ádd·⟧</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>⟦Délété··⟧</translation>
    </message>
    <message>
        <source>Show its images</source>
        <translation>⟦Shów íts ímágés·····⟧</translation>
    </message>
    <message>
        <source>S or Ctrl+D stars the selected images into the chosen one.</source>
        <translation>⟦S ór Ctrl+D stárs thé séléctéd ímágés íntó thé chósén óné.···················⟧</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>⟦{name} ({count})·····⟧</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Please wait for this, or cancel it: {job}</source>
        <extracomment>The kinds of tasks; of each one runs at a time.</extracomment>
        <translation>⟦Pléásé wáít fór thís, ór cáncél ít: {job}·············⟧</translation>
    </message>
</context>
<context>
    <name>ConfidencePage</name>
    <message>
        <source>The gallery shows the images whose margin is below this</source>
        <translation>⟦Thé gálléry shóws thé ímágés whósé márgín ís bélów thís··················⟧</translation>
    </message>
    <message>
        <source>Least margin to answer</source>
        <translation>⟦Léást márgín tó ánswér·······⟧</translation>
    </message>
    <message>
        <source>“I do not know” below</source>
        <translation>⟦“Í dó nót knów” bélów·······⟧</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>⟦Cónfídéncé···⟧</translation>
    </message>
    <message>
        <source>{threshold:.3f}: nothing answered</source>
        <translation>⟦{threshold:.3f}: nóthíng ánswéréd···········⟧</translation>
    </message>
    <message>
        <source>{threshold:.3f}: {share:.1%} answered, {right:.2%} right</source>
        <translation>⟦{threshold:.3f}: {share:.1%} ánswéréd, {right:.2%} ríght··················⟧</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Colours</source>
        <translation>⟦Cólóúrs··⟧</translation>
    </message>
    <message>
        <source>Whether all weight pictures share one scale, or each has one of its own</source>
        <translation>⟦Whéthér áll wéíght píctúrés sháré óné scálé, ór éách hás óné óf íts ówn·······················⟧</translation>
    </message>
    <message>
        <source>one scale</source>
        <translation>⟦óné scálé···⟧</translation>
    </message>
    <message>
        <source>a scale each</source>
        <translation>⟦á scálé éách····⟧</translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message>
        <source>What does each step cost?</source>
        <translation>⟦Whát dóés éách stép cóst?········⟧</translation>
    </message>
    <message>
        <source>Redraws 3,000 test digits at random size and place, and counts how many the network reads right with and without each step</source>
        <translation>⟦Rédráws 3,000 tést dígíts át rándóm sízé ánd plácé, ánd cóúnts hów mány thé nétwórk réáds ríght wíth ánd wíthóút éách stép········································⟧</translation>
    </message>
    <message>
        <source>Right without that step. All steps: {all:.1%}, untouched: {untouched:.1%}</source>
        <translation>⟦Ríght wíthóút thát stép. Áll stéps: {all:.1%}, úntóúchéd: {untouched:.1%}························⟧</translation>
    </message>
    <message>
        <source>Of {done:,} test digits redrawn at random size and place. Only shrunk to 28 × 28, {shrunk:.1%} of them are read right.</source>
        <translation>⟦Óf {done:,} tést dígíts rédráwn át rándóm sízé ánd plácé. Ónly shrúnk tó 28 × 28, {shrunk:.1%} óf thém áré réád ríght.·······································⟧</translation>
    </message>
</context>
<context>
    <name>DigitMenu</name>
    <message>
        <source>&amp;Digit</source>
        <translation>⟦&amp;Dígít··⟧</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>⟦&amp;Undó·⟧</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>⟦Úndó thé lást stép······⟧</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>⟦&amp;Rédó·⟧</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>⟦Dó ágáín whát wás úndóné········⟧</translation>
    </message>
    <message>
        <source>&amp;Open picture…</source>
        <translation>⟦&amp;Opén píctúré…····⟧</translation>
    </message>
    <message>
        <source>Find the digits in a photograph, a scan or a screenshot</source>
        <translation>⟦Fínd thé dígíts ín á phótógráph, á scán ór á scréénshót··················⟧</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>⟦&amp;Pásté píctúré····⟧</translation>
    </message>
    <message>
        <source>Find the digits in the picture on the clipboard</source>
        <translation>⟦Fínd thé dígíts ín thé píctúré ón thé clípbóárd···············⟧</translation>
    </message>
    <message>
        <source>Put on the &amp;board</source>
        <translation>⟦Pút ón thé &amp;bóárd·····⟧</translation>
    </message>
    <message>
        <source>Put the selected image on the drawing board, to edit it</source>
        <translation>⟦Pút thé séléctéd ímágé ón thé dráwíng bóárd, tó édít ít··················⟧</translation>
    </message>
    <message>
        <source>C&amp;lear the board</source>
        <translation>⟦C&amp;léár thé bóárd·····⟧</translation>
    </message>
    <message>
        <source>&amp;Copy digit</source>
        <translation>⟦&amp;Cópy dígít···⟧</translation>
    </message>
    <message>
        <source>Copy the digit that is explained, for another program</source>
        <translation>⟦Cópy thé dígít thát ís éxpláínéd, fór ánóthér prógrám·················⟧</translation>
    </message>
    <message>
        <source>&amp;Save digit as PNG…</source>
        <translation>⟦&amp;Sávé dígít ás PNG…······⟧</translation>
    </message>
    <message>
        <source>Save the digit that is explained as a picture of 28 × 28 pixels</source>
        <translation>⟦Sávé thé dígít thát ís éxpláínéd ás á píctúré óf 28 × 28 píxéls·····················⟧</translation>
    </message>
    <message>
        <source>Save digit as PNG, &amp;enlarged…</source>
        <translation>⟦Sávé dígít ás PNG, &amp;enlárgéd…·········⟧</translation>
    </message>
    <message>
        <source>Save it with crisp pixels, 560 × 560</source>
        <translation>⟦Sávé ít wíth crísp píxéls, 560 × 560············⟧</translation>
    </message>
    <message>
        <source>&amp;Delete from My digits</source>
        <translation>⟦&amp;Délété fróm My dígíts·······⟧</translation>
    </message>
    <message>
        <source>Delete the selected images of My digits; this can be undone</source>
        <translation>⟦Délété thé séléctéd ímágés óf My dígíts; thís cán bé úndóné···················⟧</translation>
    </message>
    <message>
        <source>&amp;Add a file to My digits…</source>
        <translation>⟦&amp;Add á fílé tó My dígíts…········⟧</translation>
    </message>
    <message>
        <source>Add the digits of a .npz, IDX or other file to My digits</source>
        <translation>⟦Ádd thé dígíts óf á .npz, ÍDX ór óthér fílé tó My dígíts··················⟧</translation>
    </message>
    <message>
        <source>Sa&amp;ve My digits…</source>
        <translation>⟦Sá&amp;vé My dígíts…·····⟧</translation>
    </message>
    <message>
        <source>Save My digits as .npz or IDX</source>
        <translation>⟦Sávé My dígíts ás .npz ór ÍDX·········⟧</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>⟦&amp;Undó: {step}····⟧</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>⟦&amp;Rédó: {step}····⟧</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>⟦PNG (*.png)···⟧</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>⟦Sávé ás··⟧</translation>
    </message>
    <message>
        <source>Add to My digits</source>
        <translation>⟦Ádd tó My dígíts·····⟧</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>⟦Áll fílés (*)····⟧</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npz)</source>
        <translation>⟦NúmPy árráys (*.npz)······⟧</translation>
    </message>
    <message>
        <source>IDX, two files (*.idx)</source>
        <translation>⟦ÍDX, twó fílés (*.ídx)·······⟧</translation>
    </message>
</context>
<context>
    <name>DigitRow</name>
    <message>
        <source>Digits found</source>
        <translation>⟦Dígíts fóúnd····⟧</translation>
    </message>
</context>
<context>
    <name>DigitsPage</name>
    <message>
        <source>Digits</source>
        <translation>⟦Dígíts··⟧</translation>
    </message>
    <message>
        <source>images</source>
        <translation>⟦ímágés··⟧</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>⟦précísíón···⟧</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>⟦récáll··⟧</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>⟦F1⟧</translation>
    </message>
    <message>
        <source>Precision: right of those read as the digit. Recall: right of those labelled so. Click a number to see its images.</source>
        <translation>⟦Précísíón: ríght óf thósé réád ás thé dígít. Récáll: ríght óf thósé lábélléd só. Clíck á númbér tó séé íts ímágés.······································⟧</translation>
    </message>
    <message>
        <source>How many images have this label</source>
        <translation>⟦Hów mány ímágés hávé thís lábél··········⟧</translation>
    </message>
    <message>
        <source>Of the images read as this digit, the share that are.</source>
        <translation>⟦Óf thé ímágés réád ás thís dígít, thé sháré thát áré.·················⟧</translation>
    </message>
    <message>
        <source>Of the images with this label, the share that is read so</source>
        <translation>⟦Óf thé ímágés wíth thís lábél, thé sháré thát ís réád só··················⟧</translation>
    </message>
    <message>
        <source>The harmonic mean of precision p and recall r, 2 p r / (p + r)</source>
        <translation>⟦Thé hármóníc méán óf précísíón p ánd récáll r, 2 p r / (p + r)····················⟧</translation>
    </message>
</context>
<context>
    <name>DrawStage</name>
    <message>
        <source>From gallery</source>
        <translation>⟦Fróm gálléry····⟧</translation>
    </message>
    <message>
        <source>Put the selected image on the board, to edit it</source>
        <translation>⟦Pút thé séléctéd ímágé ón thé bóárd, tó édít ít···············⟧</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>⟦Ópén píctúré…····⟧</translation>
    </message>
    <message>
        <source>Find digits in a picture; or drop or paste one</source>
        <translation>⟦Fínd dígíts ín á píctúré; ór dróp ór pásté óné···············⟧</translation>
    </message>
    <message>
        <source>Keep as</source>
        <translation>⟦Kéép ás··⟧</translation>
    </message>
    <message>
        <source>Keep the drawing in My digits, with the digit it is meant to be</source>
        <translation>⟦Kéép thé dráwíng ín My dígíts, wíth thé dígít ít ís méánt tó bé·····················⟧</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>⟦Dráw·⟧</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>What was open stays. Help (F1) lists the files that can be opened.</source>
        <translation>⟦Whát wás ópén stáys. Hélp (F1) lísts thé fílés thát cán bé ópénéd.······················⟧</translation>
    </message>
    <message>
        <source>What was there is unchanged. Try another folder or another name.</source>
        <translation>⟦Whát wás théré ís únchángéd. Try ánóthér fóldér ór ánóthér námé.·····················⟧</translation>
    </message>
    <message>
        <source>Nothing that was open is lost. “Show Details” says what to report.</source>
        <translation>⟦Nóthíng thát wás ópén ís lóst. “Shów Détáíls” sáys whát tó répórt.······················⟧</translation>
    </message>
    <message>
        <source>Something went wrong that nobody foresaw.</source>
        <translation>⟦Sóméthíng wént wróng thát nóbódy fórésáw.·············⟧</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>a figure is saved as PNG, SVG or PDF.</source>
        <translation>⟦á fígúré ís sávéd ás PNG, SVG ór PDF.············⟧</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open recen&amp;t</source>
        <translation>⟦Ópén récén&amp;t····⟧</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <extracomment>Asked one after the other for each dropped file; the first that says True has taken it.</extracomment>
        <translation>⟦Áll fílés (*)····⟧</translation>
    </message>
    <message>
        <source>Digits (*.gz *.pkl *.npz *.csv *ubyte)</source>
        <translation>⟦Dígíts (*.gz *.pkl *.npz *.csv *úbyté)············⟧</translation>
    </message>
    <message>
        <source>Parameters (*.npz *.npy *.json *.pkl *.safetensors)</source>
        <translation>⟦Párámétérs (*.npz *.npy *.jsón *.pkl *.sáféténsórs)·················⟧</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>⟦Ópén·⟧</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>⟦&amp;Fórgét thésé····⟧</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>⟦Nóthíng wás ópénéd yét·······⟧</translation>
    </message>
    <message>
        <source>NumPy arrays W1, B1, W2, B2 (*.npz)</source>
        <translation>⟦NúmPy árráys W1, B1, W2, B2 (*.npz)···········⟧</translation>
    </message>
    <message>
        <source>The lecture's parameters.npy (*.npy)</source>
        <translation>⟦Thé léctúré's párámétérs.npy (*.npy)············⟧</translation>
    </message>
    <message>
        <source>JSON of the book's network2 (*.json)</source>
        <translation>⟦JSÓN óf thé bóók's nétwórk2 (*.jsón)············⟧</translation>
    </message>
    <message>
        <source>Save network as</source>
        <translation>⟦Sávé nétwórk ás·····⟧</translation>
    </message>
    <message>
        <source>{split} {size:,}</source>
        <translation>⟦{split} {size:,}·····⟧</translation>
    </message>
    <message>
        <source>{name}: {sizes}</source>
        <translation>⟦{name}: {sizes}·····⟧</translation>
    </message>
    <message>
        <source>Digits opened</source>
        <translation>⟦Dígíts ópénéd····⟧</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Only labels in doubt</source>
        <translation>⟦Ónly lábéls ín dóúbt······⟧</translation>
    </message>
    <message>
        <source>Only starred images</source>
        <translation>⟦Ónly stárréd ímágés······⟧</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>⟦Shów évérythíng·····⟧</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>⟦Réád ás··⟧</translation>
    </message>
    <message>
        <source>Top score</source>
        <translation>⟦Tóp scóré···⟧</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>⟦Márgín··⟧</translation>
    </message>
    <message>
        <source>Index numbers</source>
        <translation>⟦Índéx númbérs····⟧</translation>
    </message>
    <message>
        <source>Seed of “at random”</source>
        <translation>⟦Sééd óf “át rándóm”······⟧</translation>
    </message>
    <message>
        <source>Show only images that the network reads as this digit</source>
        <translation>⟦Shów ónly ímágés thát thé nétwórk réáds ás thís dígít·················⟧</translation>
    </message>
    <message>
        <source>The highest of the ten scores</source>
        <translation>⟦Thé híghést óf thé tén scórés·········⟧</translation>
    </message>
    <message>
        <source>The highest score less the second: small where the network wavers</source>
        <translation>⟦Thé híghést scóré léss thé sécónd: smáll whéré thé nétwórk wávérs·····················⟧</translation>
    </message>
    <message>
        <source>Numbers and ranges, such as 427, 1000-1050</source>
        <translation>⟦Númbérs ánd rángés, súch ás 427, 1000-1050··············⟧</translation>
    </message>
    <message>
        <source>15 test images whose label people did not back (Northcutt et al., 2021)</source>
        <translation>⟦15 tést ímágés whósé lábél péóplé díd nót báck (Nórthcútt ét ál., 2021)·······················⟧</translation>
    </message>
    <message>
        <source>Images of the current collection; S stars an image</source>
        <translation>⟦Ímágés óf thé cúrrént cólléctíón; S stárs án ímágé················⟧</translation>
    </message>
    <message>
        <source>The same number gives the same order again</source>
        <translation>⟦Thé sámé númbér gívés thé sámé órdér ágáín··············⟧</translation>
    </message>
    <message>
        <source>Take back all filters</source>
        <translation>⟦Táké báck áll fíltérs·······⟧</translation>
    </message>
    <message>
        <source>“{part}” is no number or range; try 427, 1000-1050.</source>
        <translation>⟦“{part}” ís nó númbér ór rángé; try 427, 1000-1050.·················⟧</translation>
    </message>
    <message>
        <source>any digit</source>
        <translation>⟦ány dígít···⟧</translation>
    </message>
</context>
<context>
    <name>FormulaBar</name>
    <message>
        <source>Formula of the network</source>
        <translation>⟦Fórmúlá óf thé nétwórk·······⟧</translation>
    </message>
    <message>
        <source>{name}: {words}, shape {shape}</source>
        <translation>⟦{name}: {words}, shápé {shape}··········⟧</translation>
    </message>
    <message>
        <source>weighted inputs of the hidden units</source>
        <translation>⟦wéíghtéd ínpúts óf thé híddén úníts···········⟧</translation>
    </message>
    <message>
        <source>activations of the hidden units</source>
        <translation>⟦áctívátíóns óf thé híddén úníts··········⟧</translation>
    </message>
    <message>
        <source>weighted inputs of the outputs</source>
        <translation>⟦wéíghtéd ínpúts óf thé óútpúts··········⟧</translation>
    </message>
    <message>
        <source>the prediction is the digit with the highest score</source>
        <translation>⟦thé prédíctíón ís thé dígít wíth thé híghést scóré················⟧</translation>
    </message>
    <message>
        <source>weights of the hidden layer, one row per unit</source>
        <translation>⟦wéíghts óf thé híddén láyér, óné rów pér únít···············⟧</translation>
    </message>
    <message>
        <source>the image as f takes it, one pixel after the other</source>
        <translation>⟦thé ímágé ás f tákés ít, óné píxél áftér thé óthér················⟧</translation>
    </message>
    <message>
        <source>biases of the hidden layer</source>
        <translation>⟦bíásés óf thé híddén láyér········⟧</translation>
    </message>
    <message>
        <source>the sigmoid: a lesson on its curve</source>
        <translation>⟦thé sígmóíd: á léssón ón íts cúrvé···········⟧</translation>
    </message>
    <message>
        <source>weights of the outputs, one row per digit</source>
        <translation>⟦wéíghts óf thé óútpúts, óné rów pér dígít·············⟧</translation>
    </message>
    <message>
        <source>biases of the outputs</source>
        <translation>⟦bíásés óf thé óútpúts·······⟧</translation>
    </message>
    <message>
        <source>the ten scores</source>
        <translation>⟦thé tén scórés····⟧</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Show everything</source>
        <translation>⟦Shów évérythíng·····⟧</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>⟦Gálléry··⟧</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>⟦Nó ímágé··⟧</translation>
    </message>
    <message>
        <source>label {label}</source>
        <translation>⟦lábél {label}····⟧</translation>
    </message>
    <message>
        <source>read as {digit}</source>
        <translation>⟦réád ás {digit}·····⟧</translation>
    </message>
    <message>
        <source>Go to {number}</source>
        <translation>⟦Gó tó {number}····⟧</translation>
    </message>
    <message>
        <source>No digits of your own yet. Draw one on the stage Draw and keep it.</source>
        <translation>⟦Nó dígíts óf yóúr ówn yét. Dráw óné ón thé stágé Dráw ánd kéép ít.······················⟧</translation>
    </message>
    <message>
        <source>No image matches this filter.</source>
        <translation>⟦Nó ímágé mátchés thís fíltér.·········⟧</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Arrow keys</source>
        <translation>⟦Árrów kéys···⟧</translation>
    </message>
    <message>
        <source>Go to the next image in that direction</source>
        <translation>⟦Gó tó thé néxt ímágé ín thát díréctíón············⟧</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>⟦Hómé, Énd···⟧</translation>
    </message>
    <message>
        <source>Go to the first or last image</source>
        <translation>⟦Gó tó thé fírst ór lást ímágé·········⟧</translation>
    </message>
    <message>
        <source>Page up, Page down</source>
        <translation>⟦Págé úp, Págé dówn······⟧</translation>
    </message>
    <message>
        <source>Go one screen up or down</source>
        <translation>⟦Gó óné scréén úp ór dówn········⟧</translation>
    </message>
    <message>
        <source>Shift with these</source>
        <translation>⟦Shíft wíth thésé·····⟧</translation>
    </message>
    <message>
        <source>Select all the images on the way</source>
        <translation>⟦Séléct áll thé ímágés ón thé wáy··········⟧</translation>
    </message>
    <message>
        <source>A number, Enter</source>
        <translation>⟦Á númbér, Éntér·····⟧</translation>
    </message>
    <message>
        <source>Go to the image with that index</source>
        <translation>⟦Gó tó thé ímágé wíth thát índéx··········⟧</translation>
    </message>
    <message>
        <source>Space, Enter</source>
        <translation>⟦Spácé, Éntér····⟧</translation>
    </message>
    <message>
        <source>Look at the image closely, and back</source>
        <translation>⟦Lóók át thé ímágé clósély, ánd báck···········⟧</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>⟦Báckspácé···⟧</translation>
    </message>
    <message>
        <source>Go back to the image before</source>
        <translation>⟦Gó báck tó thé ímágé béfóré·········⟧</translation>
    </message>
    <message>
        <source>S</source>
        <translation>⟦S⟧</translation>
    </message>
    <message>
        <source>Star the selected images, or take their star away</source>
        <translation>⟦Stár thé séléctéd ímágés, ór táké théír stár áwáy················⟧</translation>
    </message>
    <message>
        <source>+ and -, Ctrl + wheel</source>
        <translation>⟦+ ánd -, Ctrl + whéél·······⟧</translation>
    </message>
    <message>
        <source>Larger or smaller images in the gallery</source>
        <translation>⟦Lárgér ór smállér ímágés ín thé gálléry·············⟧</translation>
    </message>
    <message>
        <source>Click, drag</source>
        <translation>⟦Clíck, drág···⟧</translation>
    </message>
    <message>
        <source>Select one image, or several</source>
        <translation>⟦Séléct óné ímágé, ór sévérál·········⟧</translation>
    </message>
    <message>
        <source>Ctrl + click</source>
        <translation>⟦Ctrl + clíck····⟧</translation>
    </message>
    <message>
        <source>Add an image to the selection or take it out</source>
        <translation>⟦Ádd án ímágé tó thé séléctíón ór táké ít óút··············⟧</translation>
    </message>
    <message>
        <source>Shift + click</source>
        <translation>⟦Shíft + clíck····⟧</translation>
    </message>
    <message>
        <source>Select everything up to the clicked image</source>
        <translation>⟦Séléct évérythíng úp tó thé clíckéd ímágé·············⟧</translation>
    </message>
    <message>
        <source>Click a digit. The right side shows it large, and what the network says of it.</source>
        <translation>⟦Clíck á dígít. Thé ríght sídé shóws ít lárgé, ánd whát thé nétwórk sáys óf ít.··························⟧</translation>
    </message>
    <message>
        <source>Evaluate lets the network read every image of the split. Wrong ones then carry a cross with the digit that the network saw instead; “wrong only” shows just these.</source>
        <translation>⟦Éválúáté léts thé nétwórk réád évéry ímágé óf thé splít. Wróng ónés thén cárry á cróss wíth thé dígít thát thé nétwórk sáw ínstéád; “wróng ónly” shóws júst thésé.······················································⟧</translation>
    </message>
    <message>
        <source>A score is one output of f, between 0 and 1. The prediction is the digit with the highest score. The ten scores are not shares of a whole and need not sum to 1.</source>
        <translation>⟦Á scóré ís óné óútpút óf f, bétwéén 0 ánd 1. Thé prédíctíón ís thé dígít wíth thé híghést scóré. Thé tén scórés áré nót shárés óf á whólé ánd nééd nót súm tó 1.·····················································⟧</translation>
    </message>
    <message>
        <source>Inside shows the selected image on its way through the network: click a symbol of the formula, a hidden unit or a score to see where its numbers come from. The question mark there explains the page.</source>
        <translation>⟦Ínsídé shóws thé séléctéd ímágé ón íts wáy thróúgh thé nétwórk: clíck á symból óf thé fórmúlá, á híddén únít ór á scóré tó séé whéré íts númbérs cómé fróm. Thé qúéstíón márk théré éxpláíns thé págé.··································································⟧</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>⟦Fílés·⟧</translation>
    </message>
    <message>
        <source>Open, or drop onto the window, files of digits (mnist.pkl.gz, IDX, .npz, CSV) or of parameters (.npz, the lecture's .npy, JSON of network2, .pkl, safetensors). What a file is, is told from what is in it. Nothing in it is run, and what is open stays until the new is whole.</source>
        <translation>⟦Ópén, ór dróp óntó thé wíndów, fílés óf dígíts (mníst.pkl.gz, ÍDX, .npz, CSV) ór óf párámétérs (.npz, thé léctúré's .npy, JSÓN óf nétwórk2, .pkl, sáféténsórs). Whát á fílé ís, ís tóld fróm whát ís ín ít. Nóthíng ín ít ís rún, ánd whát ís ópén stáys úntíl thé néw ís whólé.··························································································⟧</translation>
    </message>
    <message>
        <source>Parameters are W1 (H, 784), B1 (H, 1), W2 (10, H) and B2 (10, 1). From Python, np.savez(“parameters.npz”, W1=W1, B1=B1, W2=W2, B2=B2) saves them.</source>
        <translation>⟦Párámétérs áré W1 (H, 784), B1 (H, 1), W2 (10, H) ánd B2 (10, 1). Fróm Pythón, np.sávéz(“párámétérs.npz”, W1=W1, B1=B1, W2=W2, B2=B2) sávés thém.················································⟧</translation>
    </message>
    <message>
        <source>In the gallery</source>
        <translation>⟦Ín thé gálléry····⟧</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>⟦Ánywhéré··⟧</translation>
    </message>
    <message>
        <source>Explore the MNIST digits and a two-layer sigmoid network, offline.</source>
        <translation>⟦Éxplóré thé MNÍST dígíts ánd á twó-láyér sígmóíd nétwórk, ófflíné.······················⟧</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>⟦Crédíts··⟧</translation>
    </message>
    <message>
        <source>The MNIST digits were made by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, from data of NIST. They are shared under the licence Creative Commons Attribution-Share Alike 3.0; the pixels and labels here are unchanged.</source>
        <translation>⟦Thé MNÍST dígíts wéré mádé by Yánn LéCún, Córínná Córtés ánd Chrístóphér J. C. Búrgés, fróm dátá óf NÍST. Théy áré sháréd úndér thé lícéncé Créátívé Cómmóns Áttríbútíón-Sháré Álíké 3.0; thé píxéls ánd lábéls héré áré únchángéd.···········································································⟧</translation>
    </message>
    <message>
        <source>The network, its notation and the split into training, validation and test follow Michael Nielsen, Neural Networks and Deep Learning, 2015.</source>
        <translation>⟦Thé nétwórk, íts nótátíón ánd thé splít íntó tráíníng, válídátíón ánd tést fóllów Mícháél Níélsén, Néúrál Nétwórks ánd Déép Léárníng, 2015.··············································⟧</translation>
    </message>
    <message>
        <source> or </source>
        <translation>⟦ ór ·⟧</translation>
    </message>
</context>
<context>
    <name>ImageStage</name>
    <message>
        <source>Image</source>
        <translation>⟦Ímágé·⟧</translation>
    </message>
    <message>
        <source>{image}, label {label}</source>
        <translation>⟦{image}, lábél {label}·······⟧</translation>
    </message>
    <message>
        <source>The first {most} of {count:,} selected images, with predictions</source>
        <translation>⟦Thé fírst {most} óf {count:,} séléctéd ímágés, wíth prédíctíóns·····················⟧</translation>
    </message>
    <message>
        <source>{count} selected images, with predictions</source>
        <translation>⟦{count} séléctéd ímágés, wíth prédíctíóns·············⟧</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Keep in My digits</source>
        <translation>⟦Kéép ín My dígíts·····⟧</translation>
    </message>
    <message>
        <source>Put on the board</source>
        <translation>⟦Pút ón thé bóárd·····⟧</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>⟦Thréshóld···⟧</translation>
    </message>
    <message>
        <source>How dark something must be to count as ink</source>
        <translation>⟦Hów dárk sóméthíng múst bé tó cóúnt ás ínk··············⟧</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>⟦Lábéls··⟧</translation>
    </message>
    <message>
        <source>The digits that they are meant to be, in order; correct what was misread</source>
        <translation>⟦Thé dígíts thát théy áré méánt tó bé, ín órdér; córréct whát wás mísréád························⟧</translation>
    </message>
    <message>
        <source>Put the framed digit on the drawing board</source>
        <translation>⟦Pút thé fráméd dígít ón thé dráwíng bóárd·············⟧</translation>
    </message>
    <message>
        <source>less ink</source>
        <translation>⟦léss ínk··⟧</translation>
    </message>
    <message>
        <source>more ink</source>
        <translation>⟦móré ínk··⟧</translation>
    </message>
    <message>
        <source>Digits in {name}</source>
        <translation>⟦Dígíts ín {name}·····⟧</translation>
    </message>
    <message>
        <source>No digit found. Move the slider, or try one with more contrast.</source>
        <translation>⟦Nó dígít fóúnd. Móvé thé slídér, ór try óné wíth móré cóntrást.·····················⟧</translation>
    </message>
    <message>
        <source>One digit found</source>
        <translation>⟦Óné dígít fóúnd·····⟧</translation>
    </message>
    <message>
        <source>{count:,} digits found, in reading order</source>
        <translation>⟦{count:,} dígíts fóúnd, ín réádíng órdér·············⟧</translation>
    </message>
    <message>
        <source>Keep all of them, with these labels</source>
        <translation>⟦Kéép áll óf thém, wíth thésé lábéls···········⟧</translation>
    </message>
    <message>
        <source>Type one digit for each that was found: {count}</source>
        <translation>⟦Typé óné dígít fór éách thát wás fóúnd: {count}···············⟧</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>The image goes in on the left as 784 numbers. Each hidden unit has 784 weights, drawn as a picture: blue where ink raises its weighted input, red where it lowers it, white where it does not matter. The bar below is the unit's activation for this image, empty for 0 and full for 1. On the right are the ten scores.</source>
        <translation>⟦Thé ímágé góés ín ón thé léft ás 784 númbérs. Éách híddén únít hás 784 wéíghts, dráwn ás á píctúré: blúé whéré ínk ráísés íts wéíghtéd ínpút, réd whéré ít lówérs ít, whíté whéré ít dóés nót máttér. Thé bár bélów ís thé únít's áctívátíón fór thís ímágé, émpty fór 0 ánd fúll fór 1. Ón thé ríght áré thé tén scórés.········································································································⟧</translation>
    </message>
    <message>
        <source>A few weights are much larger than all others. On the shared scale, one weight in 200 may lie beyond the ends of the colour bar; it then has the colour of the end.</source>
        <translation>⟦Á féw wéíghts áré múch lárgér thán áll óthérs. Ón thé sháréd scálé, óné wéíght ín 200 máy líé béyónd thé énds óf thé cólóúr bár; ít thén hás thé cólóúr óf thé énd.······················································⟧</translation>
    </message>
    <message>
        <source>One array of the formula, with its numbers for this image. Vectors are shown twice: in the order of the units, and sorted. W1, W2, B1 and B2 are the parameters; they are the same for every image.</source>
        <translation>⟦Óné árráy óf thé fórmúlá, wíth íts númbérs fór thís ímágé. Véctórs áré shówn twícé: ín thé órdér óf thé úníts, ánd sórtéd. W1, W2, B1 ánd B2 áré thé párámétérs; théy áré thé sámé fór évéry ímágé.·································································⟧</translation>
    </message>
    <message>
        <source>First the unit's weights. Beside them the same weights, each times the pixel under it: only where there is ink does anything remain. The sum of that picture plus the bias is z, and the sigmoid makes the activation a of it. The bars on the right are what a then adds to the weighted inputs of the ten outputs; their scale is the most that this unit could ever add.</source>
        <translation>⟦Fírst thé únít's wéíghts. Bésídé thém thé sámé wéíghts, éách tímés thé píxél úndér ít: ónly whéré théré ís ínk dóés ánythíng rémáín. Thé súm óf thát píctúré plús thé bíás ís z, ánd thé sígmóíd mákés thé áctívátíón á óf ít. Thé bárs ón thé ríght áré whát á thén ádds tó thé wéíghtéd ínpúts óf thé tén óútpúts; théír scálé ís thé móst thát thís únít cóúld évér ádd.·························································································································⟧</translation>
    </message>
    <message>
        <source>The 24 images of the current split that activate the unit most, and the 24 that activate it least. They are sorted by z, which tells images apart even where the sigmoid gives 1 or 0 to many. Order gallery does the same with all images.</source>
        <translation>⟦Thé 24 ímágés óf thé cúrrént splít thát áctíváté thé únít móst, ánd thé 24 thát áctíváté ít léást. Théy áré sórtéd by z, whích télls ímágés ápárt évén whéré thé sígmóíd gívés 1 ór 0 tó mány. Órdér gálléry dóés thé sámé wíth áll ímágés.··············································································⟧</translation>
    </message>
    <message>
        <source>A waterfall from 0 to z of one output: each hidden unit adds its weight times its activation, the largest first, and the bias comes last. Where there is no room for all, the small ones share a bar. The sigmoid of the sum is the score. A score is not a probability.</source>
        <translation>⟦Á wátérfáll fróm 0 tó z óf óné óútpút: éách híddén únít ádds íts wéíght tímés íts áctívátíón, thé lárgést fírst, ánd thé bíás cómés lást. Whéré théré ís nó róóm fór áll, thé smáll ónés sháré á bár. Thé sígmóíd óf thé súm ís thé scóré. Á scóré ís nót á próbábílíty.························································································⟧</translation>
    </message>
    <message>
        <source>On the left, what each hidden unit adds to the first digit less what it adds to the second; units without a bar of their own share one. With the biases the bars add up to the difference of the two z.</source>
        <translation>⟦Ón thé léft, whát éách híddén únít ádds tó thé fírst dígít léss whát ít ádds tó thé sécónd; úníts wíthóút á bár óf théír ówn sháré óné. Wíth thé bíásés thé bárs ádd úp tó thé dífféréncé óf thé twó z.··································································⟧</translation>
    </message>
    <message>
        <source>On the right, what each pixel's ink adds on the way from blank paper to this image (integrated gradients). With what blank paper gives, the pixels add up to the difference of the two z. Parts of the ink act together: rubbing out one alone can do something else than its share.</source>
        <translation>⟦Ón thé ríght, whát éách píxél's ínk ádds ón thé wáy fróm blánk pápér tó thís ímágé (íntégrátéd grádíénts). Wíth whát blánk pápér gívés, thé píxéls ádd úp tó thé dífféréncé óf thé twó z. Párts óf thé ínk áct tógéthér: rúbbíng óút óné álóné cán dó sóméthíng élsé thán íts sháré.····························································································⟧</translation>
    </message>
    <message>
        <source>The sigmoid squeezes any number into the range from 0 to 1: 1 / (1 + exp(−x)). Its slope is largest at 0, where it is 0.25, and almost 0 far from there: a unit that is saturated hardly answers to a change. Of a vector it takes each number by itself; the diamonds on the curve are those of the typed vector.</source>
        <translation>⟦Thé sígmóíd sqúéézés ány númbér íntó thé rángé fróm 0 tó 1: 1 / (1 + éxp(−x)). Íts slópé ís lárgést át 0, whéré ít ís 0.25, ánd álmóst 0 fár fróm théré: á únít thát ís sátúrátéd hárdly ánswérs tó á chángé. Óf á véctór ít tákés éách númbér by ítsélf; thé díámónds ón thé cúrvé áré thósé óf thé typéd véctór.······································································································⟧</translation>
    </message>
    <message>
        <source>Keys: Tab reaches the formula, the pages and the picture; in the picture the arrows go from part to part, Enter opens, Space switches a unit off or on.</source>
        <translation>⟦Kéys: Táb réáchés thé fórmúlá, thé págés ánd thé píctúré; ín thé píctúré thé árróws gó fróm párt tó párt, Éntér ópéns, Spácé swítchés á únít óff ór ón.··················································⟧</translation>
    </message>
    <message>
        <source>Switching a unit off sets its activation to 0. It never changes the parameters; what Evaluate found stays that of the whole network.</source>
        <translation>⟦Swítchíng á únít óff séts íts áctívátíón tó 0. Ít névér chángés thé párámétérs; whát Éválúáté fóúnd stáys thát óf thé whólé nétwórk.············································⟧</translation>
    </message>
    <message>
        <source>Click a unit or a score to open it. The box below a unit switches it off.</source>
        <translation>⟦Clíck á únít ór á scóré tó ópén ít. Thé bóx bélów á únít swítchés ít óff.························⟧</translation>
    </message>
    <message>
        <source>Point at a bar or a pixel to read its number. Click another symbol above.</source>
        <translation>⟦Póínt át á bár ór á píxél tó réád íts númbér. Clíck ánóthér symból ábóvé.························⟧</translation>
    </message>
    <message>
        <source>Point at a pixel to read its weight; click a bar to open that output.</source>
        <translation>⟦Póínt át á píxél tó réád íts wéíght; clíck á bár tó ópén thát óútpút.·······················⟧</translation>
    </message>
    <message>
        <source>Click an image to select it. Order gallery sorts all of them so.</source>
        <translation>⟦Clíck án ímágé tó séléct ít. Órdér gálléry sórts áll óf thém só.·····················⟧</translation>
    </message>
    <message>
        <source>The bars start at 0 and add up. Click a unit to open it.</source>
        <translation>⟦Thé bárs stárt át 0 ánd ádd úp. Clíck á únít tó ópén ít.··················⟧</translation>
    </message>
    <message>
        <source>Blue with + speaks for the first digit, red with − for the second.</source>
        <translation>⟦Blúé wíth + spéáks fór thé fírst dígít, réd wíth − fór thé sécónd.······················⟧</translation>
    </message>
    <message>
        <source>Move the slider, or type numbers; the sigmoid takes each one by itself.</source>
        <translation>⟦Móvé thé slídér, ór typé númbérs; thé sígmóíd tákés éách óné by ítsélf.·······················⟧</translation>
    </message>
    <message>
        <source>unit {unit}, </source>
        <translation>⟦únít {unit}, ····⟧</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value} of 255, x = {x:.3f}</source>
        <translation>⟦rów {row}, cólúmn {column}: {value} óf 255, x = {x:.3f}··················⟧</translation>
    </message>
    <message>
        <source>, weight {weight}, product {product}</source>
        <translation>⟦, wéíght {weight}, pródúct {product}············⟧</translation>
    </message>
    <message>
        <source>, adds {amount} to z of {one} less z of {other}</source>
        <translation>⟦, ádds {amount} tó z óf {one} léss z óf {other}···············⟧</translation>
    </message>
    <message>
        <source>output {digit}, unit {unit}: weight {weight}, adds {amount} for this image</source>
        <translation>⟦óútpút {digit}, únít {unit}: wéíght {weight}, ádds {amount} fór thís ímágé························⟧</translation>
    </message>
    <message>
        <source>Number {place} of those that activate unit {unit} {kind}; click to select it</source>
        <translation>⟦Númbér {place} óf thósé thát áctíváté únít {unit} {kind}; clíck tó séléct ít·························⟧</translation>
    </message>
    <message>
        <source>most</source>
        <translation>⟦móst·⟧</translation>
    </message>
    <message>
        <source>least</source>
        <translation>⟦léást·⟧</translation>
    </message>
    <message>
        <source>Output {name}: z = {z}, score {a:.4f}</source>
        <translation>⟦Óútpút {name}: z = {z}, scóré {a:.4f}············⟧</translation>
    </message>
    <message>
        <source>Switch unit {unit} on</source>
        <translation>⟦Swítch únít {unit} ón·······⟧</translation>
    </message>
    <message>
        <source>Switch unit {unit} off</source>
        <translation>⟦Swítch únít {unit} óff·······⟧</translation>
    </message>
    <message>
        <source>Unit {unit}: z = {z}, activation {a:.4f}, adds {amount} to output {name}</source>
        <translation>⟦Únít {unit}: z = {z}, áctívátíón {a:.4f}, ádds {amount} tó óútpút {name}························⟧</translation>
    </message>
    <message>
        <source> (switched off)</source>
        <translation>⟦ (swítchéd óff)·····⟧</translation>
    </message>
    <message>
        <source>the image as f takes it</source>
        <translation>⟦thé ímágé ás f tákés ít·······⟧</translation>
    </message>
    <message>
        <source>weights of the hidden layer, one row per unit</source>
        <translation>⟦wéíghts óf thé híddén láyér, óné rów pér únít···············⟧</translation>
    </message>
    <message>
        <source>biases of the hidden layer</source>
        <translation>⟦bíásés óf thé híddén láyér········⟧</translation>
    </message>
    <message>
        <source>weighted inputs of the hidden units, W1 x + B1</source>
        <translation>⟦wéíghtéd ínpúts óf thé híddén úníts, W1 x + B1···············⟧</translation>
    </message>
    <message>
        <source>activations of the hidden units, sigmoid(z1)</source>
        <translation>⟦áctívátíóns óf thé híddén úníts, sígmóíd(z1)··············⟧</translation>
    </message>
    <message>
        <source>weights of the outputs, one row per digit</source>
        <translation>⟦wéíghts óf thé óútpúts, óné rów pér dígít·············⟧</translation>
    </message>
    <message>
        <source>biases of the outputs</source>
        <translation>⟦bíásés óf thé óútpúts·······⟧</translation>
    </message>
    <message>
        <source>weighted inputs of the outputs, W2 a1 + B2</source>
        <translation>⟦wéíghtéd ínpúts óf thé óútpúts, W2 á1 + B2··············⟧</translation>
    </message>
    <message>
        <source>the ten scores, sigmoid(z2)</source>
        <translation>⟦thé tén scórés, sígmóíd(z2)·········⟧</translation>
    </message>
</context>
<context>
    <name>InsideStage</name>
    <message>
        <source>Inside</source>
        <translation>⟦Ínsídé··⟧</translation>
    </message>
    <message>
        <source>There is too little room for this page.
Press F9 for more.</source>
        <translation>⟦Théré ís tóó líttlé róóm fór thís págé.
Préss F9 fór móré.···················⟧</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>⟦Únít·⟧</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>⟦Óútpút··⟧</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>⟦Cómpáré··⟧</translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation>⟦Únít {unit}···⟧</translation>
    </message>
    <message>
        <source>Output {digit}</source>
        <translation>⟦Óútpút {digit}····⟧</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>⟦{one} ór {other}·····⟧</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>⟦Nétwórk··⟧</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>⟦Ímágés··⟧</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>⟦Sígmóíd··⟧</translation>
    </message>
    <message>
        <source>There is no network yet.
Open one with Ctrl+O.</source>
        <translation>⟦Théré ís nó nétwórk yét.
Ópén óné wíth Ctrl+Ó.···············⟧</translation>
    </message>
    <message>
        <source>Choose an image to see how the network reads it.</source>
        <translation>⟦Chóósé án ímágé tó séé hów thé nétwórk réáds ít.················⟧</translation>
    </message>
    <message>
        <source>The weights of this network are so large
that its numbers cannot be worked out.</source>
        <translation>⟦Thé wéíghts óf thís nétwórk áré só lárgé
thát íts númbérs cánnót bé wórkéd óút.··························⟧</translation>
    </message>
    <message>
        <source>{image}, network {network}</source>
        <translation>⟦{image}, nétwórk {network}········⟧</translation>
    </message>
</context>
<context>
    <name>LessonControls</name>
    <message>
        <source>Move x from −8 to 8</source>
        <translation>⟦Móvé x fróm −8 tó 8······⟧</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>⟦véctór··⟧</translation>
    </message>
    <message>
        <source>Numbers, such as [1, 2, 3]</source>
        <translation>⟦Númbérs, súch ás [1, 2, 3]········⟧</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Help</source>
        <translation>⟦Hélp·⟧</translation>
    </message>
    <message>
        <source>About MNIST Desktop</source>
        <translation>⟦Ábóút MNÍST Désktóp······⟧</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Confusion matrix</source>
        <translation>⟦Cónfúsíón mátríx·····⟧</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>⟦Mátríx··⟧</translation>
    </message>
    <message>
        <source>{split}, {count:,} images, network {network}</source>
        <translation>⟦{split}, {count:,} ímágés, nétwórk {network}··············⟧</translation>
    </message>
    <message>
        <source>{split}, {count:,} images, network {network}; % of each row</source>
        <translation>⟦{split}, {count:,} ímágés, nétwórk {network}; % óf éách rów···················⟧</translation>
    </message>
    <message>
        <source>{count:,} images of a {true} read as {read}; click to see them</source>
        <translation>⟦{count:,} ímágés óf á {true} réád ás {read}; clíck tó séé thém····················⟧</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>⟦&amp;Fílé·⟧</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>⟦&amp;Gó·⟧</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>⟦&amp;Víéw·⟧</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>⟦&amp;Nétwórk··⟧</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>⟦&amp;Hélp·⟧</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>⟦&amp;Opén…··⟧</translation>
    </message>
    <message>
        <source>Open a file of digits, or of the parameters of a network</source>
        <translation>⟦Ópén á fílé óf dígíts, ór óf thé párámétérs óf á nétwórk··················⟧</translation>
    </message>
    <message>
        <source>Back to &amp;MNIST</source>
        <translation>⟦Báck tó &amp;MNÍST····⟧</translation>
    </message>
    <message>
        <source>Show the digits that come with the program again</source>
        <translation>⟦Shów thé dígíts thát cómé wíth thé prógrám ágáín················⟧</translation>
    </message>
    <message>
        <source>&amp;Save network as…</source>
        <translation>⟦&amp;Sávé nétwórk ás…·····⟧</translation>
    </message>
    <message>
        <source>Save the current network as .npz, .npy or JSON</source>
        <translation>⟦Sávé thé cúrrént nétwórk ás .npz, .npy ór JSÓN···············⟧</translation>
    </message>
    <message>
        <source>Export &amp;predictions…</source>
        <translation>⟦Éxpórt &amp;prédíctíóns…······⟧</translation>
    </message>
    <message>
        <source>Save label, prediction and scores of each image as a CSV file</source>
        <translation>⟦Sávé lábél, prédíctíón ánd scórés óf éách ímágé ás á CSV fílé····················⟧</translation>
    </message>
    <message>
        <source>Export &amp;results…</source>
        <translation>⟦Éxpórt &amp;résúlts…·····⟧</translation>
    </message>
    <message>
        <source>Save accuracy, confusion matrix and more as a JSON file</source>
        <translation>⟦Sávé áccúrácy, cónfúsíón mátríx ánd móré ás á JSÓN fílé··················⟧</translation>
    </message>
    <message>
        <source>Export &amp;figure…</source>
        <translation>⟦Éxpórt &amp;fígúré…·····⟧</translation>
    </message>
    <message>
        <source>Save the figure on the right as PNG, SVG or PDF</source>
        <translation>⟦Sávé thé fígúré ón thé ríght ás PNG, SVG ór PDF···············⟧</translation>
    </message>
    <message>
        <source>&amp;Copy figure</source>
        <translation>⟦&amp;Cópy fígúré····⟧</translation>
    </message>
    <message>
        <source>Put the figure on the right on the clipboard</source>
        <translation>⟦Pút thé fígúré ón thé ríght ón thé clípbóárd··············⟧</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>⟦&amp;Qúít·⟧</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>⟦Clósé thé wíndów·····⟧</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>⟦Séléct &amp;all···⟧</translation>
    </message>
    <message>
        <source>Select every image that is shown</source>
        <translation>⟦Séléct évéry ímágé thát ís shówn··········⟧</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>⟦&amp;Báck·⟧</translation>
    </message>
    <message>
        <source>Go back to the images, filter and order before</source>
        <translation>⟦Gó báck tó thé ímágés, fíltér ánd órdér béfóré···············⟧</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>⟦&amp;Fórwárd··⟧</translation>
    </message>
    <message>
        <source>Go forward again</source>
        <translation>⟦Gó fórwárd ágáín·····⟧</translation>
    </message>
    <message>
        <source>S&amp;plit…</source>
        <translation>⟦S&amp;plít…··⟧</translation>
    </message>
    <message>
        <source>Choose the split</source>
        <translation>⟦Chóósé thé splít·····⟧</translation>
    </message>
    <message>
        <source>&amp;Label…</source>
        <translation>⟦&amp;Lábél…··⟧</translation>
    </message>
    <message>
        <source>Show only one label</source>
        <translation>⟦Shów ónly óné lábél······⟧</translation>
    </message>
    <message>
        <source>Ans&amp;wer…</source>
        <translation>⟦Áns&amp;wér…··⟧</translation>
    </message>
    <message>
        <source>Show only right or wrong ones</source>
        <translation>⟦Shów ónly ríght ór wróng ónés·········⟧</translation>
    </message>
    <message>
        <source>&amp;Order…</source>
        <translation>⟦&amp;Ordér…··⟧</translation>
    </message>
    <message>
        <source>Choose what comes first</source>
        <translation>⟦Chóósé whát cómés fírst·······⟧</translation>
    </message>
    <message>
        <source>F&amp;ilter…</source>
        <translation>⟦F&amp;iltér…··⟧</translation>
    </message>
    <message>
        <source>Choose among all the filters</source>
        <translation>⟦Chóósé ámóng áll thé fíltérs·········⟧</translation>
    </message>
    <message>
        <source>Go to &amp;number…</source>
        <translation>⟦Gó tó &amp;númbér…····⟧</translation>
    </message>
    <message>
        <source>Type the number of an image</source>
        <translation>⟦Typé thé númbér óf án ímágé·········⟧</translation>
    </message>
    <message>
        <source>To the &amp;gallery</source>
        <translation>⟦Tó thé &amp;gálléry·····⟧</translation>
    </message>
    <message>
        <source>Give the keys to the gallery</source>
        <translation>⟦Gívé thé kéys tó thé gálléry·········⟧</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>⟦Shów &amp;evérythíng·····⟧</translation>
    </message>
    <message>
        <source>Take back all filters and the order</source>
        <translation>⟦Táké báck áll fíltérs ánd thé órdér···········⟧</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>⟦&amp;Stár·⟧</translation>
    </message>
    <message>
        <source>Star the selected images, or take their star away</source>
        <translation>⟦Stár thé séléctéd ímágés, ór táké théír stár áwáy················⟧</translation>
    </message>
    <message>
        <source>&amp;Collections…</source>
        <translation>⟦&amp;Cólléctíóns…····⟧</translation>
    </message>
    <message>
        <source>Choose, name and show collections of starred images</source>
        <translation>⟦Chóósé, námé ánd shów cólléctíóns óf stárréd ímágés·················⟧</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>⟦&amp;Eválúáté···⟧</translation>
    </message>
    <message>
        <source>Let the network read every image of the current split</source>
        <translation>⟦Lét thé nétwórk réád évéry ímágé óf thé cúrrént splít·················⟧</translation>
    </message>
    <message>
        <source>Evaluate a&amp;ll images</source>
        <translation>⟦Éválúáté á&amp;ll ímágés······⟧</translation>
    </message>
    <message>
        <source>Let the network read the images of all splits</source>
        <translation>⟦Lét thé nétwórk réád thé ímágés óf áll splíts···············⟧</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>⟦&amp;Cáncél··⟧</translation>
    </message>
    <message>
        <source>Stop what runs; what is known by then stays</source>
        <translation>⟦Stóp whát rúns; whát ís knówn by thén stáys··············⟧</translation>
    </message>
    <message>
        <source>Show &amp;labels</source>
        <translation>⟦Shów &amp;lábéls····⟧</translation>
    </message>
    <message>
        <source>Show each image's label in the gallery</source>
        <translation>⟦Shów éách ímágé's lábél ín thé gálléry············⟧</translation>
    </message>
    <message>
        <source>Larger &amp;images</source>
        <translation>⟦Lárgér &amp;imágés····⟧</translation>
    </message>
    <message>
        <source>Larger images in the gallery</source>
        <translation>⟦Lárgér ímágés ín thé gálléry·········⟧</translation>
    </message>
    <message>
        <source>Smaller i&amp;mages</source>
        <translation>⟦Smállér í&amp;mágés·····⟧</translation>
    </message>
    <message>
        <source>Smaller images in the gallery</source>
        <translation>⟦Smállér ímágés ín thé gálléry·········⟧</translation>
    </message>
    <message>
        <source>Enlarge &amp;everything</source>
        <translation>⟦Énlárgé &amp;evérythíng······⟧</translation>
    </message>
    <message>
        <source>Larger text, figures and digits</source>
        <translation>⟦Lárgér téxt, fígúrés ánd dígíts··········⟧</translation>
    </message>
    <message>
        <source>Red&amp;uce everything</source>
        <translation>⟦Réd&amp;ucé évérythíng······⟧</translation>
    </message>
    <message>
        <source>Smaller text, figures and digits</source>
        <translation>⟦Smállér téxt, fígúrés ánd dígíts··········⟧</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>⟦&amp;Nórmál sízé····⟧</translation>
    </message>
    <message>
        <source>Text, figures and digits at their normal size</source>
        <translation>⟦Téxt, fígúrés ánd dígíts át théír nórmál sízé···············⟧</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>⟦&amp;Fúll scréén····⟧</translation>
    </message>
    <message>
        <source>Use the whole screen, or go back to a window</source>
        <translation>⟦Úsé thé whólé scréén, ór gó báck tó á wíndów··············⟧</translation>
    </message>
    <message>
        <source>More &amp;room for the stage</source>
        <translation>⟦Móré &amp;róóm fór thé stágé········⟧</translation>
    </message>
    <message>
        <source>Make the gallery narrow and hide the scores below, or bring them back</source>
        <translation>⟦Máké thé gálléry nárrów ánd hídé thé scórés bélów, ór bríng thém báck·······················⟧</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>⟦Cólóúrs óf thé &amp;systém·······⟧</translation>
    </message>
    <message>
        <source>Li&amp;ght</source>
        <translation>⟦Lí&amp;ght··⟧</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>⟦&amp;Dárk·⟧</translation>
    </message>
    <message>
        <source>How to use the window, and every key</source>
        <translation>⟦Hów tó úsé thé wíndów, ánd évéry kéy············⟧</translation>
    </message>
    <message>
        <source>&amp;About MNIST Desktop</source>
        <translation>⟦&amp;Abóút MNÍST Désktóp······⟧</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>All</source>
        <translation>⟦Áll·⟧</translation>
    </message>
    <message>
        <source>Evaluating {split}</source>
        <translation>⟦Éválúátíng {split}······⟧</translation>
    </message>
    <message>
        <source>Images are stored as {shape}, one per column.</source>
        <translation>⟦Ímágés áré stóréd ás {shape}, óné pér cólúmn.···············⟧</translation>
    </message>
    <message>
        <source>It is an object of a class {name}; its arrays are read as data.</source>
        <translation>⟦Ít ís án óbjéct óf á cláss {name}; íts árráys áré réád ás dátá.·····················⟧</translation>
    </message>
    <message>
        <source>It was probably trained with ReLU hidden units: with them it reads {relu:.1%} of the images correctly, with the sigmoids that this program shows {sigmoid:.1%}.</source>
        <translation>⟦Ít wás próbábly tráínéd wíth RéLÚ híddén úníts: wíth thém ít réáds {relu:.1%} óf thé ímágés córréctly, wíth thé sígmóíds thát thís prógrám shóws {sigmoid:.1%}.·····················································⟧</translation>
    </message>
    <message>
        <source>Its numbers have decimal commas; they are read as points.</source>
        <translation>⟦Íts númbérs hávé décímál cómmás; théy áré réád ás póínts.···················⟧</translation>
    </message>
    <message>
        <source>Labels are stored as rows with a single 1 (one-hot).</source>
        <translation>⟦Lábéls áré stóréd ás róws wíth á sínglé 1 (óné-hót).·················⟧</translation>
    </message>
    <message>
        <source>Labels go up to {highest}, but the network has 10 outputs.</source>
        <translation>⟦Lábéls gó úp tó {highest}, bút thé nétwórk hás 10 óútpúts.···················⟧</translation>
    </message>
    <message>
        <source>Labels go up to {highest}; a network with ten outputs knows 0 to 9 only.</source>
        <translation>⟦Lábéls gó úp tó {highest}; á nétwórk wíth tén óútpúts knóws 0 tó 9 ónly.························⟧</translation>
    </message>
    <message>
        <source>Labels go up to {label}, but the network has {outputs} outputs.</source>
        <translation>⟦Lábéls gó úp tó {label}, bút thé nétwórk hás {outputs} óútpúts.·····················⟧</translation>
    </message>
    <message>
        <source>Labels stand for other classes than digits: {kinds}.</source>
        <translation>⟦Lábéls stánd fór óthér clássés thán dígíts: {kinds}.·················⟧</translation>
    </message>
    <message>
        <source>Left out: what QMNIST says of an image beside its label.</source>
        <translation>⟦Léft óút: whát QMNÍST sáys óf án ímágé bésídé íts lábél.··················⟧</translation>
    </message>
    <message>
        <source>Left out: {names}.</source>
        <translation>⟦Léft óút: {names}.······⟧</translation>
    </message>
    <message>
        <source>Left out: {part}, of which only one of two files is there.</source>
        <translation>⟦Léft óút: {part}, óf whích ónly óné óf twó fílés ís théré.···················⟧</translation>
    </message>
    <message>
        <source>Left out: {part}, which is empty.</source>
        <translation>⟦Léft óút: {part}, whích ís émpty.···········⟧</translation>
    </message>
    <message>
        <source>Looking for digits</source>
        <translation>⟦Lóókíng fór dígíts······⟧</translation>
    </message>
    <message>
        <source>Measuring the steps</source>
        <translation>⟦Méásúríng thé stéps······⟧</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>⟦My dígíts···⟧</translation>
    </message>
    <message>
        <source>Nothing shows which column has the labels; the first one is taken.</source>
        <translation>⟦Nóthíng shóws whích cólúmn hás thé lábéls; thé fírst óné ís tákén.······················⟧</translation>
    </message>
    <message>
        <source>Opening MNIST</source>
        <translation>⟦Ópéníng MNÍST····⟧</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>⟦Ópéníng {file}····⟧</translation>
    </message>
    <message>
        <source>Opening {file} and {count} more</source>
        <translation>⟦Ópéníng {file} ánd {count} móré··········⟧</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>⟦Píctúré··⟧</translation>
    </message>
    <message>
        <source>Pixels are decimal numbers from 0 to 1, in steps of 1/255.</source>
        <translation>⟦Píxéls áré décímál númbérs fróm 0 tó 1, ín stéps óf 1/255.···················⟧</translation>
    </message>
    <message>
        <source>Pixels are decimal numbers from 0 to 1, in steps of 1/256.</source>
        <translation>⟦Píxéls áré décímál númbérs fróm 0 tó 1, ín stéps óf 1/256.···················⟧</translation>
    </message>
    <message>
        <source>Pixels are decimal numbers from 0 to 1; they are rounded.</source>
        <translation>⟦Píxéls áré décímál númbérs fróm 0 tó 1; théy áré róúndéd.···················⟧</translation>
    </message>
    <message>
        <source>Pixels are decimal numbers from 0 to 255.</source>
        <translation>⟦Píxéls áré décímál númbérs fróm 0 tó 255.·············⟧</translation>
    </message>
    <message>
        <source>Pixels are decimal numbers from 0 to 255; they are rounded.</source>
        <translation>⟦Píxéls áré décímál númbérs fróm 0 tó 255; théy áré róúndéd.···················⟧</translation>
    </message>
    <message>
        <source>Pixels are the whole numbers 0 and 1; 1 is held as 255.</source>
        <translation>⟦Píxéls áré thé whólé númbérs 0 ánd 1; 1 ís héld ás 255.··················⟧</translation>
    </message>
    <message>
        <source>Pixels are whole numbers from 0 to 255.</source>
        <translation>⟦Píxéls áré whólé númbérs fróm 0 tó 255.·············⟧</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>⟦Tést·⟧</translation>
    </message>
    <message>
        <source>The file does not say what its images are for; they are the {part} split.</source>
        <translation>⟦Thé fílé dóés nót sáy whát íts ímágés áré fór; théy áré thé {part} splít.························⟧</translation>
    </message>
    <message>
        <source>The labels stand in the last column; the data show it.</source>
        <translation>⟦Thé lábéls stánd ín thé lást cólúmn; thé dátá shów ít.··················⟧</translation>
    </message>
    <message>
        <source>The last 10,000 of the 60,000 training images are held out for validation.</source>
        <translation>⟦Thé lást 10,000 óf thé 60,000 tráíníng ímágés áré héld óút fór válídátíón.························⟧</translation>
    </message>
    <message>
        <source>The network has no biases; they are 0.</source>
        <translation>⟦Thé nétwórk hás nó bíásés; théy áré 0.············⟧</translation>
    </message>
    <message>
        <source>The network is put together from {names}.</source>
        <translation>⟦Thé nétwórk ís pút tógéthér fróm {names}.·············⟧</translation>
    </message>
    <message>
        <source>The numbers are stored as {found} and held as float64.</source>
        <translation>⟦Thé númbérs áré stóréd ás {found} ánd héld ás flóát64.··················⟧</translation>
    </message>
    <message>
        <source>The numbers are stored column by column (Fortran order).</source>
        <translation>⟦Thé númbérs áré stóréd cólúmn by cólúmn (Fórtrán órdér).··················⟧</translation>
    </message>
    <message>
        <source>The numbers are stored with the high byte first (big-endian).</source>
        <translation>⟦Thé númbérs áré stóréd wíth thé hígh byté fírst (bíg-éndíán).····················⟧</translation>
    </message>
    <message>
        <source>The picture is animated; only its first frame is looked at.</source>
        <translation>⟦Thé píctúré ís ánímátéd; ónly íts fírst frámé ís lóókéd át.···················⟧</translation>
    </message>
    <message>
        <source>There are no validation images to measure the network on.</source>
        <translation>⟦Théré áré nó válídátíón ímágés tó méásúré thé nétwórk ón.···················⟧</translation>
    </message>
    <message numerus="yes">
        <source>These are the scores with {n} hidden units switched off.</source>
        <translation>
            <numerusform>⟦Thésé áré thé scórés wíth {n} híddén úníts swítchéd óff.··················⟧</numerusform>
            <numerusform>⟦Thésé áré thé scórés wíth {n} híddén úníts swítchéd óff.··················⟧</numerusform>
        </translation>
    </message>
    <message>
        <source>This run learnt from other images. Open those, or start a new run with these.</source>
        <translation>⟦Thís rún léárnt fróm óthér ímágés. Ópén thósé, ór stárt á néw rún wíth thésé.·························⟧</translation>
    </message>
    <message>
        <source>To save memory, the network of only one epoch in {n} is kept.</source>
        <translation>⟦Tó sávé mémóry, thé nétwórk óf ónly óné épóch ín {n} ís képt.····················⟧</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>⟦Tráíníng··⟧</translation>
    </message>
    <message>
        <source>Training went out of bounds at step {step:,} (epoch {epoch}): numbers grew without limit. The network before that step is kept. Try a smaller η, or a smaller λ.</source>
        <translation>⟦Tráíníng wént óút óf bóúnds át stép {step:,} (épóch {epoch}): númbérs gréw wíthóút límít. Thé nétwórk béfóré thát stép ís képt. Try á smállér η, ór á smállér λ.·····················································⟧</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>⟦Válídátíón···⟧</translation>
    </message>
    <message>
        <source>W1 is square: its rows are taken as hidden units, its columns as pixels.</source>
        <translation>⟦W1 ís sqúáré: íts róws áré tákén ás híddén úníts, íts cólúmns ás píxéls.························⟧</translation>
    </message>
    <message>
        <source>W1 is stored as {shape}; rows and columns are exchanged.</source>
        <translation>⟦W1 ís stóréd ás {shape}; róws ánd cólúmns áré éxchángéd.··················⟧</translation>
    </message>
    <message>
        <source>W1 should be (H, 784), one weight a pixel, but is {shape}.</source>
        <translation>⟦W1 shóúld bé (H, 784), óné wéíght á píxél, bút ís {shape}.···················⟧</translation>
    </message>
    <message>
        <source>W2 is square: its rows are taken as the digits, its columns as hidden units.</source>
        <translation>⟦W2 ís sqúáré: íts róws áré tákén ás thé dígíts, íts cólúmns ás híddén úníts.·························⟧</translation>
    </message>
    <message>
        <source>W2 is stored as {shape}; rows and columns are exchanged.</source>
        <translation>⟦W2 ís stóréd ás {shape}; róws ánd cólúmns áré éxchángéd.··················⟧</translation>
    </message>
    <message>
        <source>W2 should be (10, {hidden}), as W1 says, but is {shape}.</source>
        <translation>⟦W2 shóúld bé (10, {hidden}), ás W1 sáys, bút ís {shape}.··················⟧</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>⟦Wrítíng {file}····⟧</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>⟦Yóúr dráwíng····⟧</translation>
    </message>
    <message>
        <source>a line of numbers after {rows:,} cannot be read ({error}); expected numbers in columns.</source>
        <translation>⟦á líné óf númbérs áftér {rows:,} cánnót bé réád ({error}); éxpéctéd númbérs ín cólúmns.·····························⟧</translation>
    </message>
    <message>
        <source>a picture, not a data set. Draw reads pictures of digits.</source>
        <translation>⟦á píctúré, nót á dátá sét. Dráw réáds píctúrés óf dígíts.···················⟧</translation>
    </message>
    <message>
        <source>all</source>
        <translation>⟦áll·⟧</translation>
    </message>
    <message>
        <source>an array of {shape} should have {found:,} bytes, but {count:,} are there. It may have been cut; fetch or save it again.</source>
        <translation>⟦án árráy óf {shape} shóúld hávé {found:,} bytés, bút {count:,} áré théré. Ít máy hávé béén cút; fétch ór sávé ít ágáín.·······································⟧</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>⟦bíásés··⟧</translation>
    </message>
    <message>
        <source>by unit {unit}</source>
        <translation>⟦by únít {unit}····⟧</translation>
    </message>
    <message>
        <source>expected a picture: PNG, JPEG, BMP, GIF or WebP.</source>
        <translation>⟦éxpéctéd á píctúré: PNG, JPÉG, BMP, GÍF ór WébP.················⟧</translation>
    </message>
    <message>
        <source>expected images and labels in two files side by side, such as train-images-idx3-ubyte and train-labels-idx1-ubyte; found one of them.</source>
        <translation>⟦éxpéctéd ímágés ánd lábéls ín twó fílés sídé by sídé, súch ás tráín-ímágés-ídx3-úbyté ánd tráín-lábéls-ídx1-úbyté; fóúnd óné óf thém.············································⟧</translation>
    </message>
    <message>
        <source>expected one array of images or of labels; found more.</source>
        <translation>⟦éxpéctéd óné árráy óf ímágés ór óf lábéls; fóúnd móré.··················⟧</translation>
    </message>
    <message>
        <source>hidden units: {one} +, {other} −</source>
        <translation>⟦híddén úníts: {one} +, {other} −··········⟧</translation>
    </message>
    <message>
        <source>in its array {name}: {refusal}</source>
        <translation>⟦ín íts árráy {name}: {refusal}··········⟧</translation>
    </message>
    <message>
        <source>ink: nothing</source>
        <translation>⟦ínk: nóthíng····⟧</translation>
    </message>
    <message>
        <source>ink: {one} +, {other} −</source>
        <translation>⟦ínk: {one} +, {other} −·······⟧</translation>
    </message>
    <message>
        <source>it cannot be read ({reason}).</source>
        <translation>⟦ít cánnót bé réád ({reason}).·········⟧</translation>
    </message>
    <message>
        <source>it ends in the middle; a part of the picture is missing.</source>
        <translation>⟦ít énds ín thé míddlé; á párt óf thé píctúré ís míssíng.··················⟧</translation>
    </message>
    <message>
        <source>it ends too early; it was cut while it was copied. Fetch it again.</source>
        <translation>⟦ít énds tóó éárly; ít wás cút whílé ít wás cópíéd. Fétch ít ágáín.······················⟧</translation>
    </message>
    <message>
        <source>it ends within its header; it was cut while it was copied. Fetch it again.</source>
        <translation>⟦ít énds wíthín íts héádér; ít wás cút whílé ít wás cópíéd. Fétch ít ágáín.························⟧</translation>
    </message>
    <message>
        <source>it goes on after its end; it may be damaged.</source>
        <translation>⟦ít góés ón áftér íts énd; ít máy bé dámágéd.··············⟧</translation>
    </message>
    <message>
        <source>it goes on with something that is no array of NumPy; it may be damaged.</source>
        <translation>⟦ít góés ón wíth sóméthíng thát ís nó árráy óf NúmPy; ít máy bé dámágéd.·······················⟧</translation>
    </message>
    <message>
        <source>it has 784 columns, so no labels (as Kaggle's test.csv). Expected 785: the label, then the pixels; or the labels in a file beside it, as X_train and y_train.</source>
        <translation>⟦ít hás 784 cólúmns, só nó lábéls (ás Kágglé's tést.csv). Éxpéctéd 785: thé lábél, thén thé píxéls; ór thé lábéls ín á fílé bésídé ít, ás X_tráín ánd y_tráín.····················································⟧</translation>
    </message>
    <message>
        <source>it has more than 100 MB; that is too large.</source>
        <translation>⟦ít hás móré thán 100 MB; thát ís tóó lárgé.··············⟧</translation>
    </message>
    <message>
        <source>it has no line of numbers; expected a label and 784 pixels in each line.</source>
        <translation>⟦ít hás nó líné óf númbérs; éxpéctéd á lábél ánd 784 píxéls ín éách líné.························⟧</translation>
    </message>
    <message>
        <source>it has {size}; at most {most} are opened.</source>
        <translation>⟦ít hás {size}; át móst {most} áré ópénéd.·············⟧</translation>
    </message>
    <message>
        <source>it has {width:,} × {height:,} pixels; at most 64 million are read.</source>
        <translation>⟦ít hás {width:,} × {height:,} píxéls; át móst 64 míllíón áré réád.······················⟧</translation>
    </message>
    <message>
        <source>it holds a convolutional network; this program shows networks of two layers, each connected to all of the one before.</source>
        <translation>⟦ít hólds á cónvólútíónál nétwórk; thís prógrám shóws nétwórks óf twó láyérs, éách cónnéctéd tó áll óf thé óné béfóré.·······································⟧</translation>
    </message>
    <message>
        <source>it holds a dict of more than {most} entries; expected four.</source>
        <translation>⟦ít hólds á díct óf móré thán {most} éntríés; éxpéctéd fóúr.···················⟧</translation>
    </message>
    <message>
        <source>it holds a dict whose names are no text; expected names such as W1.</source>
        <translation>⟦ít hólds á díct whósé námés áré nó téxt; éxpéctéd námés súch ás W1.······················⟧</translation>
    </message>
    <message>
        <source>it holds a dict with a very long name; expected names such as W1.</source>
        <translation>⟦ít hólds á díct wíth á véry lóng námé; éxpéctéd námés súch ás W1.·····················⟧</translation>
    </message>
    <message>
        <source>it holds a number of {count:,} bytes; expected ordinary numbers.</source>
        <translation>⟦ít hólds á númbér óf {count:,} bytés; éxpéctéd órdínáry númbérs.·····················⟧</translation>
    </message>
    <message>
        <source>it holds a number that is too large.</source>
        <translation>⟦ít hólds á númbér thát ís tóó lárgé.············⟧</translation>
    </message>
    <message>
        <source>it holds a special kind of array; expected plain arrays of NumPy.</source>
        <translation>⟦ít hólds á spécíál kínd óf árráy; éxpéctéd pláín árráys óf NúmPy.·····················⟧</translation>
    </message>
    <message>
        <source>it holds an array of records; expected real numbers.</source>
        <translation>⟦ít hólds án árráy óf récórds; éxpéctéd réál númbérs.·················⟧</translation>
    </message>
    <message>
        <source>it holds an array of {count} dimensions; expected one or two.</source>
        <translation>⟦ít hólds án árráy óf {count} díménsíóns; éxpéctéd óné ór twó.····················⟧</translation>
    </message>
    <message>
        <source>it holds an object with a state of its own; expected arrays of numbers.</source>
        <translation>⟦ít hólds án óbjéct wíth á státé óf íts ówn; éxpéctéd árráys óf númbérs.·······················⟧</translation>
    </message>
    <message>
        <source>it holds digits; expected parameters.</source>
        <translation>⟦ít hólds dígíts; éxpéctéd párámétérs.············⟧</translation>
    </message>
    <message>
        <source>it holds images but no labels that fit; expected both, as x_train and y_train or as images and labels.</source>
        <translation>⟦ít hólds ímágés bút nó lábéls thát fít; éxpéctéd bóth, ás x_tráín ánd y_tráín ór ás ímágés ánd lábéls.··································⟧</translation>
    </message>
    <message>
        <source>it holds more numbers than are read. Save it as .npz.</source>
        <translation>⟦ít hólds móré númbérs thán áré réád. Sávé ít ás .npz.·················⟧</translation>
    </message>
    <message>
        <source>it holds more than {most:,} images.</source>
        <translation>⟦ít hólds móré thán {most:,} ímágés.···········⟧</translation>
    </message>
    <message>
        <source>it holds more than {most} arrays; expected four.</source>
        <translation>⟦ít hólds móré thán {most} árráys; éxpéctéd fóúr.················⟧</translation>
    </message>
    <message>
        <source>it holds the parameters of a network; expected digits.</source>
        <translation>⟦ít hólds thé párámétérs óf á nétwórk; éxpéctéd dígíts.··················⟧</translation>
    </message>
    <message>
        <source>it holds the same array many times; it may be damaged.</source>
        <translation>⟦ít hólds thé sámé árráy mány tímés; ít máy bé dámágéd.··················⟧</translation>
    </message>
    <message>
        <source>it holds two arrays of the same name; it may be damaged.</source>
        <translation>⟦ít hólds twó árráys óf thé sámé námé; ít máy bé dámágéd.··················⟧</translation>
    </message>
    <message>
        <source>it holds {count:,} images but {count_2:,} labels; expected as many.</source>
        <translation>⟦ít hólds {count:,} ímágés bút {count_2:,} lábéls; éxpéctéd ás mány.······················⟧</translation>
    </message>
    <message>
        <source>it holds {count:,} members; at most {most} are read.</source>
        <translation>⟦ít hólds {count:,} mémbérs; át móst {most} áré réád.·················⟧</translation>
    </message>
    <message>
        <source>it holds {count} layers of weights and {count_2} of biases; expected two.</source>
        <translation>⟦ít hólds {count} láyérs óf wéíghts ánd {count_2} óf bíásés; éxpéctéd twó.························⟧</translation>
    </message>
    <message>
        <source>it holds {kind}; expected real numbers, such as float64 or uint8.</source>
        <translation>⟦ít hólds {kind}; éxpéctéd réál númbérs, súch ás flóát64 ór úínt8.·····················⟧</translation>
    </message>
    <message>
        <source>it holds {total:,} images; at most {most:,} are opened.</source>
        <translation>⟦ít hólds {total:,} ímágés; át móst {most:,} áré ópénéd.··················⟧</translation>
    </message>
    <message>
        <source>it is a device, not a file.</source>
        <translation>⟦ít ís á dévícé, nót á fílé.·········⟧</translation>
    </message>
    <message>
        <source>it is a file of PyTorch. Save its arrays with np.savez or safetensors, and open that.</source>
        <translation>⟦ít ís á fílé óf PyTórch. Sávé íts árráys wíth np.sávéz ór sáféténsórs, ánd ópén thát.····························⟧</translation>
    </message>
    <message>
        <source>it is a folder of several data sets ({names}). Open one of the files instead.</source>
        <translation>⟦ít ís á fóldér óf sévérál dátá séts ({names}). Ópén óné óf thé fílés ínstéád.·························⟧</translation>
    </message>
    <message>
        <source>it is a folder with a folder per digit, as for pictures, which are not read from folders yet. Open the pictures under Draw, or save them as one .npz of images and labels.</source>
        <translation>⟦ít ís á fóldér wíth á fóldér pér dígít, ás fór píctúrés, whích áré nót réád fróm fóldérs yét. Ópén thé píctúrés úndér Dráw, ór sávé thém ás óné .npz óf ímágés ánd lábéls.························································⟧</translation>
    </message>
    <message>
        <source>it is a folder without the IDX files of MNIST, such as train-images-idx3-ubyte.gz. Open a file instead.</source>
        <translation>⟦ít ís á fóldér wíthóút thé ÍDX fílés óf MNÍST, súch ás tráín-ímágés-ídx3-úbyté.gz. Ópén á fílé ínstéád.··································⟧</translation>
    </message>
    <message>
        <source>it is a folder. Open one of the pictures in it.</source>
        <translation>⟦ít ís á fóldér. Ópén óné óf thé píctúrés ín ít.···············⟧</translation>
    </message>
    <message>
        <source>it is a folder; open one of the files in it.</source>
        <translation>⟦ít ís á fóldér; ópén óné óf thé fílés ín ít.··············⟧</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself.</source>
        <translation>⟦ít ís á línk thát léáds báck tó ítsélf.·············⟧</translation>
    </message>
    <message>
        <source>it is a model of Keras. Save its arrays with np.savez("network.npz", *model.get_weights()), and open that.</source>
        <translation>⟦ít ís á módél óf Kérás. Sávé íts árráys wíth np.sávéz("nétwórk.npz", *módél.gét_wéíghts()), ánd ópén thát.···································⟧</translation>
    </message>
    <message>
        <source>it is a pickle of too many pieces. Save arrays of NumPy, not lists.</source>
        <translation>⟦ít ís á pícklé óf tóó mány píécés. Sávé árráys óf NúmPy, nót lísts.······················⟧</translation>
    </message>
    <message>
        <source>it is a pipe, not a file; copy what comes out of it to a file and open that.</source>
        <translation>⟦ít ís á pípé, nót á fílé; cópy whát cómés óút óf ít tó á fílé ánd ópén thát.·························⟧</translation>
    </message>
    <message>
        <source>it is a socket, not a file.</source>
        <translation>⟦ít ís á sóckét, nót á fílé.·········⟧</translation>
    </message>
    <message>
        <source>it is a sparse ARFF file. Save the table as CSV, and open that.</source>
        <translation>⟦ít ís á spársé ÁRFF fílé. Sávé thé táblé ás CSV, ánd ópén thát.·····················⟧</translation>
    </message>
    <message>
        <source>it is a training run of a newer version of this program.</source>
        <translation>⟦ít ís á tráíníng rún óf á néwér vérsíón óf thís prógrám.··················⟧</translation>
    </message>
    <message>
        <source>it is a training run, but it is damaged. Use another copy of it.</source>
        <translation>⟦ít ís á tráíníng rún, bút ít ís dámágéd. Úsé ánóthér cópy óf ít.·····················⟧</translation>
    </message>
    <message>
        <source>it is a zip file, but not one of arrays (.npz). Unpack it first.</source>
        <translation>⟦ít ís á zíp fílé, bút nót óné óf árráys (.npz). Únpáck ít fírst.·····················⟧</translation>
    </message>
    <message>
        <source>it is an ARFF file without @DATA; it was cut, or has no numbers.</source>
        <translation>⟦ít ís án ÁRFF fílé wíthóút @DÁTÁ; ít wás cút, ór hás nó númbérs.·····················⟧</translation>
    </message>
    <message>
        <source>it is an office document. Save the table as CSV, and open that.</source>
        <translation>⟦ít ís án óffícé dócúmént. Sávé thé táblé ás CSV, ánd ópén thát.·····················⟧</translation>
    </message>
    <message>
        <source>it is damaged ({kind}).</source>
        <translation>⟦ít ís dámágéd ({kind}).·······⟧</translation>
    </message>
    <message>
        <source>it is damaged, or cut off, and cannot be shown.</source>
        <translation>⟦ít ís dámágéd, ór cút óff, ánd cánnót bé shówn.···············⟧</translation>
    </message>
    <message>
        <source>it is empty (0 bytes). np.save leaves such a file when a list of arrays of different shapes is saved with it; save them with np.savez.</source>
        <translation>⟦ít ís émpty (0 bytés). np.sávé léávés súch á fílé whén á líst óf árráys óf dífférént shápés ís sávéd wíth ít; sávé thém wíth np.sávéz.············································⟧</translation>
    </message>
    <message>
        <source>it is empty: 0 bytes.</source>
        <translation>⟦ít ís émpty: 0 bytés.·······⟧</translation>
    </message>
    <message>
        <source>it is locked with a password. Unpack it first, then open it.</source>
        <translation>⟦ít ís lóckéd wíth á pásswórd. Únpáck ít fírst, thén ópén ít.····················⟧</translation>
    </message>
    <message>
        <source>it is nested too deeply, or holds too much; expected weights and biases.</source>
        <translation>⟦ít ís néstéd tóó dééply, ór hólds tóó múch; éxpéctéd wéíghts ánd bíásés.························⟧</translation>
    </message>
    <message>
        <source>it is not a plain file.</source>
        <translation>⟦ít ís nót á pláín fílé.·······⟧</translation>
    </message>
    <message>
        <source>it is not a training run. Open a file that this program saved as one.</source>
        <translation>⟦ít ís nót á tráíníng rún. Ópén á fílé thát thís prógrám sávéd ás óné.·······················⟧</translation>
    </message>
    <message>
        <source>it is packed in a way that NumPy does not use. Unpack it first.</source>
        <translation>⟦ít ís páckéd ín á wáy thát NúmPy dóés nót úsé. Únpáck ít fírst.·····················⟧</translation>
    </message>
    <message>
        <source>it is packed in too many pieces. Unpack it first, then open it.</source>
        <translation>⟦ít ís páckéd ín tóó mány píécés. Únpáck ít fírst, thén ópén ít.·····················⟧</translation>
    </message>
    <message>
        <source>it is packed with gzip more than twice. Unpack it first, then open it.</source>
        <translation>⟦ít ís páckéd wíth gzíp móré thán twícé. Únpáck ít fírst, thén ópén ít.·······················⟧</translation>
    </message>
    <message>
        <source>it lists more than {most:,} numbers, the limit for such a file.</source>
        <translation>⟦ít lísts móré thán {most:,} númbérs, thé límít fór súch á fílé.·····················⟧</translation>
    </message>
    <message>
        <source>it lists more than {most:,} numbers. Save arrays of NumPy, not lists.</source>
        <translation>⟦ít lísts móré thán {most:,} númbérs. Sávé árráys óf NúmPy, nót lísts.·······················⟧</translation>
    </message>
    <message>
        <source>it may not be read by you; ask its owner, or copy it to a place of your own.</source>
        <translation>⟦ít máy nót bé réád by yóú; ásk íts ównér, ór cópy ít tó á plácé óf yóúr ówn.·························⟧</translation>
    </message>
    <message>
        <source>it needs more memory than there is.</source>
        <translation>⟦ít nééds móré mémóry thán théré ís.···········⟧</translation>
    </message>
    <message>
        <source>it unpacks to more than {limit}, the limit for such a file.</source>
        <translation>⟦ít únpácks tó móré thán {limit}, thé límít fór súch á fílé.···················⟧</translation>
    </message>
    <message>
        <source>it unpacks to {total}; at most {most} are read.</source>
        <translation>⟦ít únpácks tó {total}; át móst {most} áré réád.···············⟧</translation>
    </message>
    <message>
        <source>it was changed by another program while it was read; open it again.</source>
        <translation>⟦ít wás chángéd by ánóthér prógrám whílé ít wás réád; ópén ít ágáín.······················⟧</translation>
    </message>
    <message>
        <source>its JSON is damaged or was cut. Fetch it again, or save it again.</source>
        <translation>⟦íts JSÓN ís dámágéd ór wás cút. Fétch ít ágáín, ór sávé ít ágáín.·····················⟧</translation>
    </message>
    <message>
        <source>its arrays stand in it as text, in quotation marks. Save them as lists of numbers, as in {example}.</source>
        <translation>⟦íts árráys stánd ín ít ás téxt, ín qúótátíón márks. Sávé thém ás lísts óf númbérs, ás ín {example}.·································⟧</translation>
    </message>
    <message>
        <source>its entry for {name} is not understood; the file may be damaged.</source>
        <translation>⟦íts éntry fór {name} ís nót úndérstóód; thé fílé máy bé dámágéd.·····················⟧</translation>
    </message>
    <message>
        <source>its first line has more than {most:,} characters; expected 785 columns.</source>
        <translation>⟦íts fírst líné hás móré thán {most:,} cháráctérs; éxpéctéd 785 cólúmns.·······················⟧</translation>
    </message>
    <message>
        <source>its gzip packing is damaged ({error}). Fetch it again.</source>
        <translation>⟦íts gzíp páckíng ís dámágéd ({error}). Fétch ít ágáín.··················⟧</translation>
    </message>
    <message>
        <source>its header is no list of arrays; it may be damaged.</source>
        <translation>⟦íts héádér ís nó líst óf árráys; ít máy bé dámágéd.·················⟧</translation>
    </message>
    <message>
        <source>its header is not that of plain numbers ({text}). Save it again.</source>
        <translation>⟦íts héádér ís nót thát óf pláín númbérs ({text}). Sávé ít ágáín.·····················⟧</translation>
    </message>
    <message>
        <source>its header names {count:,} columns such as {found}; expected 784 pixels.</source>
        <translation>⟦íts héádér námés {count:,} cólúmns súch ás {found}; éxpéctéd 784 píxéls.························⟧</translation>
    </message>
    <message>
        <source>its header should have {length:,} bytes, more than are there or are read.</source>
        <translation>⟦íts héádér shóúld hávé {length:,} bytés, móré thán áré théré ór áré réád.························⟧</translation>
    </message>
    <message>
        <source>its header should have {length:,} bytes; at most {most:,} are read.</source>
        <translation>⟦íts héádér shóúld hávé {length:,} bytés; át móst {most:,} áré réád.······················⟧</translation>
    </message>
    <message>
        <source>its images are {shape}; expected (N, 28, 28) or (N, 784).</source>
        <translation>⟦íts ímágés áré {shape}; éxpéctéd (N, 28, 28) ór (N, 784).···················⟧</translation>
    </message>
    <message>
        <source>its labels should be one number per image, but are {shape}.</source>
        <translation>⟦íts lábéls shóúld bé óné númbér pér ímágé, bút áré {shape}.···················⟧</translation>
    </message>
    <message>
        <source>its labels stand for other classes than the digits 0 to 9.</source>
        <translation>⟦íts lábéls stánd fór óthér clássés thán thé dígíts 0 tó 9.···················⟧</translation>
    </message>
    <message>
        <source>its line of numbers {line:,} has {found} columns, but the one before has {before}.</source>
        <translation>⟦íts líné óf númbérs {line:,} hás {found} cólúmns, bút thé óné béfóré hás {before}.···························⟧</translation>
    </message>
    <message>
        <source>its line of numbers {line:,} has {found} in column {column}; expected numbers such as 0 to 255.</source>
        <translation>⟦íts líné óf númbérs {line:,} hás {found} ín cólúmn {column}; éxpéctéd númbérs súch ás 0 tó 255.·······························⟧</translation>
    </message>
    <message>
        <source>its line {line:,} is no label with pixels such as 153:255; expected 784 at most.</source>
        <translation>⟦íts líné {line:,} ís nó lábél wíth píxéls súch ás 153:255; éxpéctéd 784 át móst.··························⟧</translation>
    </message>
    <message>
        <source>its lines have {count:,} columns; expected the label and 784 pixels.</source>
        <translation>⟦íts línés hávé {count:,} cólúmns; éxpéctéd thé lábél ánd 784 píxéls.······················⟧</translation>
    </message>
    <message>
        <source>its lines have {found} columns after {rows:,}; expected {width:,}.</source>
        <translation>⟦íts línés hávé {found} cólúmns áftér {rows:,}; éxpéctéd {width:,}.······················⟧</translation>
    </message>
    <message>
        <source>its name is too long.</source>
        <translation>⟦íts námé ís tóó lóng.·······⟧</translation>
    </message>
    <message>
        <source>its network has {count} outputs; this program needs 10, one a digit.</source>
        <translation>⟦íts nétwórk hás {count} óútpúts; thís prógrám nééds 10, óné á dígít.······················⟧</translation>
    </message>
    <message>
        <source>its parameters have more than {most}, the limit.</source>
        <translation>⟦íts párámétérs hávé móré thán {most}, thé límít.················⟧</translation>
    </message>
    <message>
        <source>its pickle is damaged or was cut. Fetch it again, or save it again.</source>
        <translation>⟦íts pícklé ís dámágéd ór wás cút. Fétch ít ágáín, ór sávé ít ágáín.······················⟧</translation>
    </message>
    <message>
        <source>its pixels go from {low:,.5g} to {high:,.5g}; expected 0 to 1, or 0 to 255. Save them before they are normalised.</source>
        <translation>⟦íts píxéls gó fróm {low:,.5g} tó {high:,.5g}; éxpéctéd 0 tó 1, ór 0 tó 255. Sávé thém béfóré théy áré nórmálíséd.·····································⟧</translation>
    </message>
    <message>
        <source>its sizes say {sizes}, but its arrays are of {hidden} hidden units; it may be put together from two networks.</source>
        <translation>⟦íts sízés sáy {sizes}, bút íts árráys áré óf {hidden} híddén úníts; ít máy bé pút tógéthér fróm twó nétwórks.····································⟧</translation>
    </message>
    <message>
        <source>its zip packing is damaged or was cut. Fetch it again, or save it again.</source>
        <translation>⟦íts zíp páckíng ís dámágéd ór wás cút. Fétch ít ágáín, ór sávé ít ágáín.························⟧</translation>
    </message>
    <message>
        <source>like {image}</source>
        <translation>⟦líké {image}····⟧</translation>
    </message>
    <message>
        <source>like {image} in hidden units</source>
        <translation>⟦líké {image} ín híddén úníts·········⟧</translation>
    </message>
    <message>
        <source>my digits</source>
        <translation>⟦my dígíts···⟧</translation>
    </message>
    <message>
        <source>not a collection of starred images</source>
        <translation>⟦nót á cólléctíón óf stárréd ímágés···········⟧</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>⟦nóthíng··⟧</translation>
    </message>
    <message>
        <source>one of its arrays is empty; expected numbers in all four.</source>
        <translation>⟦óné óf íts árráys ís émpty; éxpéctéd númbérs ín áll fóúr.···················⟧</translation>
    </message>
    <message>
        <source>one of its lines has more than {most:,} characters.</source>
        <translation>⟦óné óf íts línés hás móré thán {most:,} cháráctérs.·················⟧</translation>
    </message>
    <message>
        <source>one of its lines has more than {most:,} signs.</source>
        <translation>⟦óné óf íts línés hás móré thán {most:,} sígns.···············⟧</translation>
    </message>
    <message>
        <source>one of its lists has no end within {most:,} characters.</source>
        <translation>⟦óné óf íts lísts hás nó énd wíthín {most:,} cháráctérs.··················⟧</translation>
    </message>
    <message>
        <source>some of its labels are no class; expected whole numbers from 0, as 0 to 9.</source>
        <translation>⟦sómé óf íts lábéls áré nó cláss; éxpéctéd whólé númbérs fróm 0, ás 0 tó 9.························⟧</translation>
    </message>
    <message>
        <source>some of its pixels are not numbers (nan); expected 0 to 1, or 0 to 255.</source>
        <translation>⟦sómé óf íts píxéls áré nót númbérs (nán); éxpéctéd 0 tó 1, ór 0 tó 255.·······················⟧</translation>
    </message>
    <message>
        <source>test</source>
        <translation>⟦tést·⟧</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>⟦thé cóst··⟧</translation>
    </message>
    <message>
        <source>the course of the learning rate</source>
        <translation>⟦thé cóúrsé óf thé léárníng ráté··········⟧</translation>
    </message>
    <message>
        <source>the images of {name}</source>
        <translation>⟦thé ímágés óf {name}······⟧</translation>
    </message>
    <message>
        <source>the kind of first weights</source>
        <translation>⟦thé kínd óf fírst wéíghts········⟧</translation>
    </message>
    <message>
        <source>the learning rate η</source>
        <translation>⟦thé léárníng ráté η······⟧</translation>
    </message>
    <message>
        <source>the name of the current collection</source>
        <translation>⟦thé námé óf thé cúrrént cólléctíón···········⟧</translation>
    </message>
    <message>
        <source>the number of epochs</source>
        <translation>⟦thé númbér óf épóchs······⟧</translation>
    </message>
    <message>
        <source>the number of epochs without improvement</source>
        <translation>⟦thé númbér óf épóchs wíthóút ímpróvémént·············⟧</translation>
    </message>
    <message>
        <source>the number of hidden units</source>
        <translation>⟦thé númbér óf híddén úníts········⟧</translation>
    </message>
    <message>
        <source>the number of training images</source>
        <translation>⟦thé númbér óf tráíníng ímágés·········⟧</translation>
    </message>
    <message>
        <source>the numbers of {name} are not there; the file was cut. Fetch it again.</source>
        <translation>⟦thé númbérs óf {name} áré nót théré; thé fílé wás cút. Fétch ít ágáín.·······················⟧</translation>
    </message>
    <message>
        <source>the regularisation λ</source>
        <translation>⟦thé régúlárísátíón λ······⟧</translation>
    </message>
    <message>
        <source>the seed</source>
        <translation>⟦thé sééd··⟧</translation>
    </message>
    <message>
        <source>the size of a mini-batch</source>
        <translation>⟦thé sízé óf á míní-bátch········⟧</translation>
    </message>
    <message>
        <source>there are no images in it: its array is {shape}.</source>
        <translation>⟦théré áré nó ímágés ín ít: íts árráy ís {shape}.················⟧</translation>
    </message>
    <message>
        <source>there can be no file of this name.</source>
        <translation>⟦théré cán bé nó fílé óf thís námé.···········⟧</translation>
    </message>
    <message>
        <source>there is no such file; it may have been moved or renamed.</source>
        <translation>⟦théré ís nó súch fílé; ít máy hávé béén móvéd ór rénáméd.···················⟧</translation>
    </message>
    <message>
        <source>these are not the settings of a training run.</source>
        <translation>⟦thésé áré nót thé séttíngs óf á tráíníng rún.···············⟧</translation>
    </message>
    <message>
        <source>this installation of Qt cannot read {form}. Save it as PNG.</source>
        <translation>⟦thís ínstállátíón óf Qt cánnót réád {form}. Sávé ít ás PNG.···················⟧</translation>
    </message>
    <message>
        <source>training</source>
        <translation>⟦tráíníng··⟧</translation>
    </message>
    <message>
        <source>two of its arrays lie in the same bytes; it may be damaged.</source>
        <translation>⟦twó óf íts árráys líé ín thé sámé bytés; ít máy bé dámágéd.···················⟧</translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation>⟦únít {unit}···⟧</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>⟦válídátíón···⟧</translation>
    </message>
    <message>
        <source>z of {one} less z of {other}:  blank paper {blank},  ink {ink},  together {total}</source>
        <translation>⟦z óf {one} léss z óf {other}:  blánk pápér {blank},  ínk {ink},  tógéthér {total}···························⟧</translation>
    </message>
    <message>
        <source>z₂[{one}] − z₂[{other}]</source>
        <translation>⟦z₂[{one}] − z₂[{other}]·······⟧</translation>
    </message>
    <message>
        <source>{count:,} digits are too many; My digits takes {most:,} at most.</source>
        <translation>⟦{count:,} dígíts áré tóó mány; My dígíts tákés {most:,} át móst.·····················⟧</translation>
    </message>
    <message>
        <source>{entry} in {name}</source>
        <translation>⟦{entry} ín {name}·····⟧</translation>
    </message>
    <message>
        <source>{expected} (.pkl.gz, IDX, .npz, .npy, CSV, JSON, safetensors); found something else.</source>
        <translation>⟦{expected} (.pkl.gz, ÍDX, .npz, .npy, CSV, JSÓN, sáféténsórs); fóúnd sóméthíng élsé.····························⟧</translation>
    </message>
    <message>
        <source>{expected}; found {found}.</source>
        <translation>⟦{expected}; fóúnd {found}.········⟧</translation>
    </message>
    <message>
        <source>{expected}; found {words}</source>
        <translation>⟦{expected}; fóúnd {words}········⟧</translation>
    </message>
    <message>
        <source>{expected}; in its weights and biases are other things than numbers.</source>
        <translation>⟦{expected}; ín íts wéíghts ánd bíásés áré óthér thíngs thán númbérs.······················⟧</translation>
    </message>
    <message>
        <source>{file} is saved.</source>
        <translation>⟦{file} ís sávéd.·····⟧</translation>
    </message>
    <message numerus="yes">
        <source>{n:,} images shown</source>
        <translation>
            <numerusform>⟦{n:,} ímágés shówn······⟧</numerusform>
            <numerusform>⟦{n:,} ímágés shówn······⟧</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} could not be read and was set aside as {aside}; the window starts with its defaults.</source>
        <translation>⟦{name} cóúld nót bé réád ánd wás sét ásídé ás {aside}; thé wíndów stárts wíth íts défáúlts.······························⟧</translation>
    </message>
    <message>
        <source>{name} could not be read; the window starts with its defaults.</source>
        <translation>⟦{name} cóúld nót bé réád; thé wíndów stárts wíth íts défáúlts.····················⟧</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}.</source>
        <translation>⟦{name} cóúld nót bé wríttén: {reason}.············⟧</translation>
    </message>
    <message>
        <source>{name} has a value that is {words} (row {row}, column {column}).</source>
        <translation>⟦{name} hás á válúé thát ís {words} (rów {row}, cólúmn {column}).·····················⟧</translation>
    </message>
    <message>
        <source>{name} is stored as {kind}; expected F64, F32 or F16.</source>
        <translation>⟦{name} ís stóréd ás {kind}; éxpéctéd F64, F32 ór F16.·················⟧</translation>
    </message>
    <message>
        <source>{name} is stored as {shape}; it is a column now.</source>
        <translation>⟦{name} ís stóréd ás {shape}; ít ís á cólúmn nów.················⟧</translation>
    </message>
    <message>
        <source>{name} should be ({count}, 1), but is {shape}.</source>
        <translation>⟦{name} shóúld bé ({count}, 1), bút ís {shape}.···············⟧</translation>
    </message>
    <message>
        <source>{name} stores its images on their side; they are set upright.</source>
        <translation>⟦{name} stórés íts ímágés ón théír sídé; théy áré sét úpríght.····················⟧</translation>
    </message>
    <message numerus="yes">
        <source>{name}: {n} entries could not be read and are left out, first {first}; the rest is kept.</source>
        <translation>
            <numerusform>⟦{name}: {n} éntríés cóúld nót bé réád ánd áré léft óút, fírst {first}; thé rést ís képt.·····························⟧</numerusform>
            <numerusform>⟦{name}: {n} éntríés cóúld nót bé réád ánd áré léft óút, fírst {first}; thé rést ís képt.·····························⟧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} other units</source>
        <translation>
            <numerusform>⟦{n} óthér úníts·····⟧</numerusform>
            <numerusform>⟦{n} óthér úníts·····⟧</numerusform>
        </translation>
    </message>
    <message>
        <source>{split} #{index}</source>
        <translation>⟦{split} #{index}·····⟧</translation>
    </message>
    <message numerus="yes">
        <source>{wanted:,} training images were asked for, but there are only {n:,}.</source>
        <translation>
            <numerusform>⟦{wanted:,} tráíníng ímágés wéré áskéd fór, bút théré áré ónly {n:,}.······················⟧</numerusform>
            <numerusform>⟦{wanted:,} tráíníng ímágés wéré áskéd fór, bút théré áré ónly {n:,}.······················⟧</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} must be a number from {low:g} to {high:,g}; found {value}.</source>
        <translation>⟦{what} múst bé á númbér fróm {low:g} tó {high:,g}; fóúnd {value}.·····················⟧</translation>
    </message>
    <message>
        <source>{what} must be a whole number from {low} to {high:,}; found {value}.</source>
        <translation>⟦{what} múst bé á whólé númbér fróm {low} tó {high:,}; fóúnd {value}.······················⟧</translation>
    </message>
    <message>
        <source>{what} must be one of: {choices}; found {value}.</source>
        <translation>⟦{what} múst bé óné óf: {choices}; fóúnd {value}.················⟧</translation>
    </message>
</context>
<context>
    <name>NetworkControls</name>
    <message>
        <source>Units by</source>
        <translation>⟦Úníts by··⟧</translation>
    </message>
    <message>
        <source>The order of the hidden units</source>
        <translation>⟦Thé órdér óf thé híddén úníts·········⟧</translation>
    </message>
    <message>
        <source>number</source>
        <translation>⟦númbér··⟧</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>⟦áctívátíón···⟧</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>⟦cóntríbútíón····⟧</translation>
    </message>
</context>
<context>
    <name>OutputControls</name>
    <message>
        <source>the prediction</source>
        <translation>⟦thé prédíctíón····⟧</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>⟦Óútpút··⟧</translation>
    </message>
    <message>
        <source>The output whose sum is shown</source>
        <translation>⟦Thé óútpút whósé súm ís shówn·········⟧</translation>
    </message>
</context>
<context>
    <name>OwnDigits</name>
    <message>
        <source>{reason} It is kept as {name}; My digits starts empty.</source>
        <translation>⟦{reason} Ít ís képt ás {name}; My dígíts stárts émpty.··················⟧</translation>
    </message>
    <message>
        <source>Keep in My digits</source>
        <translation>⟦Kéép ín My dígíts·····⟧</translation>
    </message>
    <message>
        <source>Delete from My digits</source>
        <translation>⟦Délété fróm My dígíts·······⟧</translation>
    </message>
</context>
<context>
    <name>PageTabs</name>
    <message>
        <source>Pages of the stage Inside</source>
        <translation>⟦Págés óf thé stágé Ínsídé········⟧</translation>
    </message>
    <message>
        <source>What this page shows, and what it does not</source>
        <translation>⟦Whát thís págé shóws, ánd whát ít dóés nót··············⟧</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>⟦Hélp ón thís págé·····⟧</translation>
    </message>
    <message>
        <source>More room: a narrow gallery and no scores below (F9)</source>
        <translation>⟦Móré róóm: á nárrów gálléry ánd nó scórés bélów (F9)·················⟧</translation>
    </message>
    <message>
        <source>More room</source>
        <translation>⟦Móré róóm···⟧</translation>
    </message>
</context>
<context>
    <name>PictureImports</name>
    <message>
        <source>Pictures ({endings})</source>
        <translation>⟦Píctúrés ({endings})······⟧</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>⟦Áll fílés (*)····⟧</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>⟦Ópén píctúré····⟧</translation>
    </message>
    <message>
        <source>it holds text, not a picture. Copy a picture, then paste it.</source>
        <translation>⟦ít hólds téxt, nót á píctúré. Cópy á píctúré, thén pásté ít.····················⟧</translation>
    </message>
    <message>
        <source>it holds no picture. Copy a picture, then paste it.</source>
        <translation>⟦ít hólds nó píctúré. Cópy á píctúré, thén pásté ít.·················⟧</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>⟦Clípbóárd···⟧</translation>
    </message>
</context>
<context>
    <name>PicturePreview</name>
    <message>
        <source>Picture</source>
        <translation>⟦Píctúré··⟧</translation>
    </message>
</context>
<context>
    <name>PredictionPanel</name>
    <message>
        <source>There is hardly any ink on the board yet. Draw a digit.</source>
        <translation>⟦Théré ís hárdly ány ínk ón thé bóárd yét. Dráw á dígít.··················⟧</translation>
    </message>
    <message>
        <source>Choose an image to see what the network says.</source>
        <translation>⟦Chóósé án ímágé tó séé whát thé nétwórk sáys.···············⟧</translation>
    </message>
    <message>
        <source>Scores: the ten outputs of f, each from 0 to 1. Here they sum to {total:.3f}.</source>
        <translation>⟦Scórés: thé tén óútpúts óf f, éách fróm 0 tó 1. Héré théy súm tó {total:.3f}.·························⟧</translation>
    </message>
    <message>
        <source>This is your drawing. Its scores sum to {total:.3f}.</source>
        <translation>⟦Thís ís yóúr dráwíng. Íts scórés súm tó {total:.3f}.·················⟧</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Open network</source>
        <translation>⟦Ópén nétwórk····⟧</translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>⟦Úsé thís nétwórk·····⟧</translation>
    </message>
    <message>
        <source>{file}: a network with {hidden:,} hidden units, stored as {stored}</source>
        <translation>⟦{file}: á nétwórk wíth {hidden:,} híddén úníts, stóréd ás {stored}······················⟧</translation>
    </message>
    <message>
        <source>array</source>
        <translation>⟦árráy·⟧</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>⟦shápé·⟧</translation>
    </message>
    <message>
        <source>least</source>
        <translation>⟦léást·⟧</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>⟦gréátést··⟧</translation>
    </message>
    <message>
        <source>No file says which functions lie between its numbers. This program always uses two sigmoid layers: f(x) = sigmoid(W2 sigmoid(W1 x + B1) + B2).</source>
        <translation>⟦Nó fílé sáys whích fúnctíóns líé bétwéén íts númbérs. Thís prógrám álwáys úsés twó sígmóíd láyérs: f(x) = sígmóíd(W2 sígmóíd(W1 x + B1) + B2).···············································⟧</translation>
    </message>
    <message>
        <source>In training, pixels from 0 to 255 were divided by</source>
        <translation>⟦Ín tráíníng, píxéls fróm 0 tó 255 wéré dívídéd by················⟧</translation>
    </message>
    <message>
        <source>256, as in mnist.pkl.gz</source>
        <translation>⟦256, ás ín mníst.pkl.gz·······⟧</translation>
    </message>
    <message>
        <source>255</source>
        <translation>⟦255·⟧</translation>
    </message>
    <message>
        <source>A file does not say it. With 255, W1 is multiplied by 256/255, so that f fits</source>
        <translation>⟦Á fílé dóés nót sáy ít. Wíth 255, W1 ís múltíplíéd by 256/255, só thát f fíts·························⟧</translation>
    </message>
    <message>
        <source>There are no digits of ten classes here on which it could be tried.</source>
        <translation>⟦Théré áré nó dígíts óf tén clássés héré ón whích ít cóúld bé tríéd.······················⟧</translation>
    </message>
    <message>
        <source>Reads {share:.1%} of the first {count:,} images of “{split}” right.</source>
        <translation>⟦Réáds {share:.1%} óf thé fírst {count:,} ímágés óf “{split}” ríght.······················⟧</translation>
    </message>
    <message>
        <source>That is little. It may have been trained with other functions, other classes, or pixels in another order.</source>
        <translation>⟦Thát ís líttlé. Ít máy hávé béén tráínéd wíth óthér fúnctíóns, óthér clássés, ór píxéls ín ánóthér órdér.···································⟧</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Copy</source>
        <translation>⟦Cópy·⟧</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>⟦… ánd {count} móré······⟧</translation>
    </message>
</context>
<context>
    <name>ResultsStage</name>
    <message>
        <source>per cent of row</source>
        <extracomment>The images that the links in the headline lead to.</extracomment>
        <translation>⟦pér cént óf rów·····⟧</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>⟦Résúlts··⟧</translation>
    </message>
    <message>
        <source>&lt;b&gt;Press Evaluate&lt;/b&gt; to see how many images the network reads right.</source>
        <translation>⟦&lt;b&gt;Préss Éválúáté&lt;/b&gt; tó séé hów mány ímágés thé nétwórk réáds ríght.·······················⟧</translation>
    </message>
    <message>
        <source>so far {done:,} of {total:,} images are evaluated</source>
        <translation>⟦só fár {done:,} óf {total:,} ímágés áré éválúátéd················⟧</translation>
    </message>
    <message>
        <source>&lt;big&gt;&lt;b&gt;&lt;a href='right'&gt;{accuracy:.2%} right&lt;/a&gt;&lt;/b&gt;&lt;/big&gt; (95 % interval {low:.2f} to {high:.2f} %), &lt;a href='wrong'&gt;{errors:,} wrong&lt;/a&gt; of &lt;a href='all'&gt;{count:,}&lt;/a&gt;</source>
        <translation>⟦&lt;big&gt;&lt;b&gt;&lt;a href='right'&gt;{accuracy:.2%} ríght&lt;/a&gt;&lt;/b&gt;&lt;/big&gt; (95 % íntérvál {low:.2f} tó {high:.2f} %), &lt;a href='wrong'&gt;{errors:,} wróng&lt;/a&gt; óf &lt;a href='all'&gt;{count:,}&lt;/a&gt;························································⟧</translation>
    </message>
    <message>
        <source>{top2:.2%} in two guesses · cost {cost:.4f}</source>
        <translation>⟦{top2:.2%} ín twó gúéssés · cóst {cost:.4f}··············⟧</translation>
    </message>
    <message>
        <source>{accuracy:.2%} without the &lt;a href='doubt'&gt;15 doubtful&lt;/a&gt;</source>
        <translation>⟦{accuracy:.2%} wíthóút thé &lt;a href='doubt'&gt;15 dóúbtfúl&lt;/a&gt;···················⟧</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>⟦Táblé (*.csv)····⟧</translation>
    </message>
    <message>
        <source>Results (*.json)</source>
        <translation>⟦Résúlts (*.jsón)·····⟧</translation>
    </message>
    <message>
        <source>The figure is on the clipboard.</source>
        <translation>⟦Thé fígúré ís ón thé clípbóárd.··········⟧</translation>
    </message>
    <message>
        <source>There is no figure to the right; choose another tab.</source>
        <translation>⟦Théré ís nó fígúré tó thé ríght; chóósé ánóthér táb.·················⟧</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>⟦Sávé ás··⟧</translation>
    </message>
</context>
<context>
    <name>ScoreBars</name>
    <message>
        <source>Scores</source>
        <translation>⟦Scórés··⟧</translation>
    </message>
    <message>
        <source>One row for each output of f. The bar and the number are its score; the last column is the label as training sees it, 1 at the label and 0 elsewhere.</source>
        <translation>⟦Óné rów fór éách óútpút óf f. Thé bár ánd thé númbér áré íts scóré; thé lást cólúmn ís thé lábél ás tráíníng séés ít, 1 át thé lábél ánd 0 élséwhéré.·················································⟧</translation>
    </message>
    <message>
        <source>label</source>
        <translation>⟦lábél·⟧</translation>
    </message>
    <message>
        <source>score</source>
        <translation>⟦scóré·⟧</translation>
    </message>
</context>
<context>
    <name>SpanBox</name>
    <message>
        <source>to</source>
        <translation>⟦tó⟧</translation>
    </message>
</context>
<context>
    <name>SplitsPage</name>
    <message>
        <source>Splits</source>
        <extracomment>What the table of the splits says of each: its name there, and how to work it out.</extracomment>
        <translation>⟦Splíts··⟧</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>⟦nót yét··⟧</translation>
    </message>
    <message>
        <source>less than training</source>
        <translation>⟦léss thán tráíníng······⟧</translation>
    </message>
    <message>
        <source>Much better on training than on the others means: learned by heart. Click a split to go to it and evaluate it.</source>
        <translation>⟦Múch béttér ón tráíníng thán ón thé óthérs méáns: léárnéd by héárt. Clíck á splít tó gó tó ít ánd éválúáté ít.····································⟧</translation>
    </message>
    <message>
        <source>right</source>
        <translation>⟦ríght·⟧</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>⟦95 % íntérvál····⟧</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>⟦wróng·⟧</translation>
    </message>
    <message>
        <source>images</source>
        <translation>⟦ímágés··⟧</translation>
    </message>
    <message>
        <source>right in two guesses</source>
        <translation>⟦ríght ín twó gúéssés······⟧</translation>
    </message>
    <message>
        <source>quadratic cost</source>
        <translation>⟦qúádrátíc cóst····⟧</translation>
    </message>
    <message>
        <source>{points:+.2f} points</source>
        <translation>⟦{points:+.2f} póínts······⟧</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>⟦Cáncél··⟧</translation>
    </message>
    <message>
        <source>Stop; what is known by then stays (Esc)</source>
        <translation>⟦Stóp; whát ís knówn by thén stáys (Ésc)·············⟧</translation>
    </message>
    <message>
        <source>Size of the images in the gallery (+ and -, Ctrl + wheel)</source>
        <translation>⟦Sízé óf thé ímágés ín thé gálléry (+ ánd -, Ctrl + whéél)···················⟧</translation>
    </message>
    <message>
        <source>Size of the images</source>
        <translation>⟦Sízé óf thé ímágés······⟧</translation>
    </message>
    <message>
        <source>Loading the images…</source>
        <translation>⟦Lóádíng thé ímágés…······⟧</translation>
    </message>
    <message>
        <source>{wrong:,} of them wrong</source>
        <translation>⟦{wrong:,} óf thém wróng·······⟧</translation>
    </message>
    <message>
        <source>{right:.2%} right</source>
        <translation>⟦{right:.2%} ríght·····⟧</translation>
    </message>
    <message>
        <source>{count:,} selected</source>
        <translation>⟦{count:,} séléctéd······⟧</translation>
    </message>
    <message>
        <source>{task}; {count} more at work</source>
        <translation>⟦{task}; {count} móré át wórk·········⟧</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Ink 255, paper 0</source>
        <translation>⟦Ínk 255, pápér 0·····⟧</translation>
    </message>
    <message>
        <source>Crop and scale</source>
        <translation>⟦Cróp ánd scálé····⟧</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>⟦Céntré··⟧</translation>
    </message>
    <message>
        <source>MNIST has 255 for ink and 0 for paper; a drawing has it the other way</source>
        <translation>⟦MNÍST hás 255 fór ínk ánd 0 fór pápér; á dráwíng hás ít thé óthér wáy·······················⟧</translation>
    </message>
    <message>
        <source>Cut the paper away around the ink and scale the longer side to 20 pixels, each the mean of what it covers</source>
        <translation>⟦Cút thé pápér áwáy áróúnd thé ínk ánd scálé thé lóngér sídé tó 20 píxéls, éách thé méán óf whát ít cóvérs···································⟧</translation>
    </message>
    <message>
        <source>Move the digit by whole pixels until its centre of mass lies at index (14, 14)</source>
        <translation>⟦Móvé thé dígít by whólé píxéls úntíl íts céntré óf máss líés át índéx (14, 14)··························⟧</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>⟦Dráwn·⟧</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>⟦Cróppéd··⟧</translation>
    </message>
    <message>
        <source>Scaled</source>
        <translation>⟦Scáléd··⟧</translation>
    </message>
    <message>
        <source>What f gets, times 1/256</source>
        <translation>⟦Whát f géts, tímés 1/256········⟧</translation>
    </message>
    <message>
        <source>The 28 × 28 pixels that f gets, times 1/256. Drag them into another program.</source>
        <translation>⟦Thé 28 × 28 píxéls thát f géts, tímés 1/256. Drág thém íntó ánóthér prógrám.·························⟧</translation>
    </message>
    <message>
        <source>to {size} pixels, averaged</source>
        <translation>⟦tó {size} píxéls, ávérágéd········⟧</translation>
    </message>
    <message>
        <source>Share of the redrawn digits that are read right without this step</source>
        <translation>⟦Sháré óf thé rédráwn dígíts thát áré réád ríght wíthóút thís stép·····················⟧</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Pen</source>
        <translation>⟦Pén·⟧</translation>
    </message>
    <message>
        <source>Draw ink</source>
        <translation>⟦Dráw ínk··⟧</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>⟦Érásér··⟧</translation>
    </message>
    <message>
        <source>Rub ink out</source>
        <translation>⟦Rúb ínk óút···⟧</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>⟦Úndó·⟧</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>⟦Úndó thé lást stép······⟧</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>⟦Rédó·⟧</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>⟦Dó ágáín whát wás úndóné········⟧</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>⟦Cléár·⟧</translation>
    </message>
    <message>
        <source>Clear the board</source>
        <translation>⟦Cléár thé bóárd·····⟧</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>⟦Wídth óf thé pén·····⟧</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Filter…</source>
        <translation>⟦Fíltér…··⟧</translation>
    </message>
    <message>
        <source>Go to number</source>
        <translation>⟦Gó tó númbér····⟧</translation>
    </message>
    <message>
        <source>any answer</source>
        <translation>⟦ány ánswér···⟧</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>⟦ríght ónly···⟧</translation>
    </message>
    <message>
        <source>wrong only</source>
        <translation>⟦wróng ónly···⟧</translation>
    </message>
    <message>
        <source>like one image</source>
        <translation>⟦líké óné ímágé····⟧</translation>
    </message>
    <message>
        <source>like this in pixels</source>
        <translation>⟦líké thís ín píxéls······⟧</translation>
    </message>
    <message>
        <source>like this in hidden units</source>
        <translation>⟦líké thís ín híddén úníts········⟧</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>⟦Splít·⟧</translation>
    </message>
    <message>
        <source>Which images the gallery shows</source>
        <translation>⟦Whích ímágés thé gálléry shóws··········⟧</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>⟦Lábél·⟧</translation>
    </message>
    <message>
        <source>Show only images with this label</source>
        <translation>⟦Shów ónly ímágés wíth thís lábél··········⟧</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>⟦Ánswér··⟧</translation>
    </message>
    <message>
        <source>Show only images that are read right, or wrong</source>
        <translation>⟦Shów ónly ímágés thát áré réád ríght, ór wróng···············⟧</translation>
    </message>
    <message>
        <source>Type the index of an image and press Enter</source>
        <translation>⟦Typé thé índéx óf án ímágé ánd préss Éntér··············⟧</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>⟦Órdér·⟧</translation>
    </message>
    <message>
        <source>What comes first in the gallery</source>
        <translation>⟦Whát cómés fírst ín thé gálléry··········⟧</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>⟦Fíltér··⟧</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>⟦Móré fíltérs····⟧</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>⟦Nétwórk··⟧</translation>
    </message>
    <message>
        <source>The network that reads the digits</source>
        <translation>⟦Thé nétwórk thát réáds thé dígíts···········⟧</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>⟦lábél {name}····⟧</translation>
    </message>
    <message>
        <source>any label</source>
        <translation>⟦ány lábél···⟧</translation>
    </message>
    <message>
        <source>{split}, loading…</source>
        <translation>⟦{split}, lóádíng…·····⟧</translation>
    </message>
    <message>
        <source>{split} {size:,}</source>
        <translation>⟦{split} {size:,}·····⟧</translation>
    </message>
</context>
<context>
    <name>UnitControls</name>
    <message>
        <source>on</source>
        <translation>⟦ón⟧</translation>
    </message>
    <message>
        <source>Without a tick, the unit's activation is set to 0</source>
        <translation>⟦Wíthóút á tíck, thé únít's áctívátíón ís sét tó 0················⟧</translation>
    </message>
    <message>
        <source>Order gallery</source>
        <translation>⟦Órdér gálléry····⟧</translation>
    </message>
    <message>
        <source>Order the gallery by this unit's activation</source>
        <translation>⟦Órdér thé gálléry by thís únít's áctívátíón··············⟧</translation>
    </message>
    <message>
        <source>Hidden unit</source>
        <translation>⟦Híddén únít···⟧</translation>
    </message>
    <message>
        <source>The hidden unit, counted from 0</source>
        <translation>⟦Thé híddén únít, cóúntéd fróm 0··········⟧</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>wrong, label {label}</source>
        <translation>⟦wróng, lábél {label}······⟧</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>⟦Prédíctíón···⟧</translation>
    </message>
    <message>
        <source>right, label {label}</source>
        <translation>⟦ríght, lábél {label}······⟧</translation>
    </message>
</context>
<context>
    <name>VersusControls</name>
    <message>
        <source>highest score</source>
        <translation>⟦híghést scóré····⟧</translation>
    </message>
    <message>
        <source>next highest</source>
        <translation>⟦néxt híghést····⟧</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>⟦Swáp·⟧</translation>
    </message>
    <message>
        <source>Ask the other way round</source>
        <translation>⟦Ásk thé óthér wáy róúnd·······⟧</translation>
    </message>
    <message>
        <source>A digit, or the one that follows the scores</source>
        <translation>⟦Á dígít, ór thé óné thát fóllóws thé scórés··············⟧</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>⟦Why·⟧</translation>
    </message>
    <message>
        <source>and not</source>
        <translation>⟦ánd nót··⟧</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>by index</source>
        <translation>⟦by índéx··⟧</translation>
    </message>
    <message>
        <source>by label</source>
        <translation>⟦by lábél··⟧</translation>
    </message>
    <message>
        <source>by prediction</source>
        <translation>⟦by prédíctíón····⟧</translation>
    </message>
    <message>
        <source>lowest top score first</source>
        <translation>⟦lówést tóp scóré fírst·······⟧</translation>
    </message>
    <message>
        <source>smallest margin first</source>
        <translation>⟦smállést márgín fírst·······⟧</translation>
    </message>
    <message>
        <source>hardest first</source>
        <translation>⟦hárdést fírst····⟧</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>⟦át rándóm···⟧</translation>
    </message>
    <message>
        <source>{name} has {classes} classes, but the network has {outputs} outputs: right and wrong cannot be told. The images and the scores can be looked at.</source>
        <translation>⟦{name} hás {classes} clássés, bút thé nétwórk hás {outputs} óútpúts: ríght ánd wróng cánnót bé tóld. Thé ímágés ánd thé scórés cán bé lóókéd át.················································⟧</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>⟦lábél {name}····⟧</translation>
    </message>
    <message>
        <source>read as {name}</source>
        <translation>⟦réád ás {name}····⟧</translation>
    </message>
    <message>
        <source>right only</source>
        <translation>⟦ríght ónly···⟧</translation>
    </message>
    <message>
        <source>wrong only</source>
        <translation>⟦wróng ónly···⟧</translation>
    </message>
    <message>
        <source>top score {low:g} to {high:g}</source>
        <translation>⟦tóp scóré {low:g} tó {high:g}·········⟧</translation>
    </message>
    <message>
        <source>margin {low:g} to {high:g}</source>
        <translation>⟦márgín {low:g} tó {high:g}········⟧</translation>
    </message>
    <message>
        <source>label in doubt</source>
        <translation>⟦lábél ín dóúbt····⟧</translation>
    </message>
    <message>
        <source>starred: {name}</source>
        <translation>⟦stárréd: {name}·····⟧</translation>
    </message>
    <message>
        <source>numbers {spans}</source>
        <translation>⟦númbérs {spans}·····⟧</translation>
    </message>
    <message>
        <source>at random, seed {seed}</source>
        <translation>⟦át rándóm, sééd {seed}·······⟧</translation>
    </message>
</context>
</TS>