"""Pictures of the digits and of the network: matplotlib Figures and Axes, no pyplot, no Qt."""
