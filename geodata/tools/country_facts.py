"""What no package says about countries: codes for those without an ISO code, short names, label points, importance."""

# Natural Earth's name -> (alpha-2, alpha-3, French, English). Kosovo: the user-assigned code in wide use. The others: Natural
# Earth's own ADM0_A3, and a user-assigned alpha-2.
WITHOUT_ISO = {
    "Kosovo": ("XK", "XKX", "Kosovo", "Kosovo"),
    "N. Cyprus": ("XC", "CYN", "Chypre du Nord", "Northern Cyprus"),
    "Somaliland": ("XS", "SOL", "Somaliland", "Somaliland"),
    "Siachen Glacier": ("XG", "KAS", "Glacier de Siachen", "Siachen Glacier"),
    "Indian Ocean Ter.": ("XI", "IOA", "Territoires de l’océan Indien", "Indian Ocean Territories"),
}

# CLDR's name is too long for a map, or not what French readers of news know.
NAMES = {
    "HK": ("Hong Kong", "Hong Kong"), "MO": ("Macao", "Macao"), "MM": ("Birmanie", "Myanmar"),
    "PS": ("Palestine", "Palestine"), "CD": ("RD Congo", "DR Congo"), "CG": ("Congo", "Congo"),
    "CF": ("Centrafrique", "Central African Republic"), "TR": ("Turquie", "Turkey"), "CI": ("Côte d’Ivoire", "Ivory Coast"),
    "US": ("États-Unis", "United States"), "GB": ("Royaume-Uni", "United Kingdom"), "MF": ("Saint-Martin", "Saint Martin"),
    "BY": ("Biélorussie", "Belarus"), "TF": ("Terres australes françaises", "French Southern Territories"),
    "GS": ("Géorgie du Sud", "South Georgia"), "IO": ("Territoire de l’océan Indien", "British Indian Ocean Territory"),
    "BA": ("Bosnie-Herzégovine", "Bosnia and Herzegovina"), "SX": ("Sint Maarten", "Sint Maarten"), "VA": ("Vatican", "Vatican City"),
}

# Where the best place by geometry is not the best place for this map's towns and arrows.
LABELS = {
    "MLI": (-1.9, 19.3),     # the broad north-east, away from Tombouctou, Gao and Kidal
    "NER": (10.4, 18.4),     # north-east of Agadez
    "BFA": (-1.55, 13.5),    # north of Ouagadougou
    "TCD": (18.3, 15.9),     # north-east of N'Djamena and of Lake Chad
    "NGA": (7.6, 10.6),      # north of Abuja
    "SEN": (-14.4, 15.3), "MRT": (-9.8, 19.6), "SDN": (29.2, 16.6),
    "RUS": (44.0, 58.6),     # the European part: the film looks from Africa
    "FRA": (2.6, 46.5), "USA": (-99.0, 39.6), "NOR": (9.6, 61.4), "GBR": (-1.5, 52.9), "DZA": (2.6, 27.9), "LBY": (17.6, 27.0),
    "UKR": (31.6, 49.3), "GMB": (-15.45, 13.45), "ESH": (-13.1, 24.6),
}

# 1 most important .. 6. The three countries of the film, its neighbours and the senders come before larger ones.
RANKS = {
    "MLI": 1, "NER": 1, "BFA": 1,
    "FRA": 2, "RUS": 2, "USA": 2, "DZA": 2, "LBY": 2, "TCD": 2, "NGA": 2, "MRT": 2, "SDN": 2, "SEN": 2, "CIV": 2, "UKR": 2,
    "DEU": 3, "ITA": 3, "ESP": 3, "GBR": 3, "MAR": 3, "EGY": 3, "TUR": 3, "GHA": 3, "CMR": 3, "GIN": 3, "BEN": 3, "TGO": 4,
    "ERI": 4, "GRL": 4, "ATA": 5, "GMB": 5, "GNB": 4, "SLE": 4, "LBR": 4, "TUN": 3, "ESH": 4,
}


def rank(a3, square_km):
    if a3 in RANKS:
        return RANKS[a3]
    for limit, value in ((2e6, 2), (5e5, 3), (1e5, 4), (2e4, 5)):
        if square_km >= limit:
            return value
    return 6
