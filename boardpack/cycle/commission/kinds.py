"""The kinds of fault that asking the leads can meet."""

from boardpack.findings import Severity, register

NO_ADDRESS = register(
    "L001",
    "lead-without-address",
    "A lead without an address",
    Severity.WARNING,
    '"{lead}" has no address, so that the draft goes to nobody ({cells}).',
    'Add the line "{lead}" = "..." under [leads] in board.toml, or correct the cells.',
)
NOT_NAMED = register(
    "L002",
    "address-without-rows",
    "An address that no row needs",
    Severity.NOTE,
    '[leads] has an address for "{lead}", and no open row of the plan names that lead.',
    "Nothing is wrong if the lead has no open action; else compare the spelling with the plan.",
)
NEAR = register(
    "L003",
    "lead-spelt-in-two-ways",
    "Leads that are nearly the same",
    Severity.NOTE,
    '"{lead}" and "{other}" are nearly the same, and each gets a workbook ({cells}).',
    'If they are one, write "{lead}" = "{other}" under [leads.aliases] in board.toml.',
)
NOBODY = register(
    "L004",
    "asked-of-nobody",
    "A row that nobody is asked about",
    Severity.WARNING,
    "The row names no lead, so that nobody is asked about it.",
    "Write the lead into the plan, and commission again.",
)
