"""The shape of the tree itself: imports, sizes, clock, wording, catalogues, packaging, documents."""
