"""Official texts: cutting one into its articles, finding whose it is, placing it in the ledger. All pure."""
