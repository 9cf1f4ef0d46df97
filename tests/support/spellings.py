"""How people write resolution 1325 where no doubt is left: in official texts, footnotes, search boxes."""

SPELLINGS = (
    "S/RES/1325 (2000)", "S/RES/1325(2000)", "S/RES/1325", "S/RES/1325/2000", "s/res/1325",
    "S/Res/1325 (2000)", "S-RES-1325", "S_RES_1325", "SRES1325", "S RES 1325", "S/RES/1325 [2000]",
    "1325 (2000)", "1325(2000)", "1325/2000", "resolution 1325", "resolution 1325 (2000)",
    "Resolution 1325 of 2000", "RESOLUTION 1325", "resolution No. 1325", "resolution no 1325",
    "resolution number 1325", "Resolution #1325", "res. 1325", "Res 1325", "Res. 1325 (2000)",
    "UN resolution 1325", "UNSCR 1325", "UNSCR1325", "UNSCR-1325", "UNSCR 1325 (2000)", "UNSCR 1325/2000",
    "UN SCR 1325", "SCR 1325", "SCR1325", "UNSC 1325", "UNSC Res 1325", "UNSC Res. 1325 (2000)",
    "UNSC resolution 1325", "UNSC Resolution 1325 (2000)", "SC Res 1325", "SC Res. 1325",
    "SC resolution 1325", "S.C. Res. 1325", "Security Council resolution 1325",
    "UN Security Council Resolution 1325", "United Nations Security Council resolution 1325 (2000)",
    "第1325(2000)号决议", "第1325（2000）号决议", "第1325号决议", "1325号决议", "1325决议", "决议1325",
    "安理会决议1325", "安理会1325号决议", "安理会第1325号决议", "联合国1325号决议",
    "安全理事会第1325(2000)号决议", "第1325號決議", "安理會1325號決議", "第一三二五号决议",
    "第一千三百二十五号决议", "2000年第1325号决议", "第一三二五(二〇〇〇)号决议", "第一三二五(二○○○)號決議",
    "第1325（二〇〇〇）号决议", "第一三二五(2000)号", "第一三二五(二零零零年)号", "第一三二五(二○○○)號",
    "安理会第一三二五(二〇〇〇)号", "二〇〇〇年第一三二五号决议", "第一三二五(二〇〇〇)",
)  # fmt: skip

# What looks like it and is another thing, or says too little: the session tells an Assembly resolution, a
# bare number may count anything, an organ and a figure may be a year.
NOT_SPELLED = (
    "A/RES/60/288", "General Assembly resolution 1325 (XIII)", "大会第1325号决议", "ECOSOC resolution 1325",
    "1325 tons of coal", "1325", "UNSC 2020", "S/2000/1325", "21325 (2000)", "1325/2001", "article 1325",
    "第一三二五(二〇〇一)", "第一三二五条", "一三二五人(二〇〇〇年)",
)  # fmt: skip
