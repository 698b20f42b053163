#include "ui/problem_words.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ui {

namespace {

struct Phrase {
    std::string_view en, fr;
};

// A phrase that holds another one stands before it.
constexpr Phrase kFrench[] = {
    // dates
    {"is not a date: ", "n’est pas une date\u00a0: "},
    {"a date is missing", "il manque une date"},
    {"open-ended spans are not supported; give both ends", "une période a deux bouts\u00a0; donner les deux"},
    {"times of day are not supported", "les heures ne sont pas prévues"},
    {"unspecified digits are not supported; leave the part out, or give a span",
     "les chiffres laissés libres ne sont pas prévus\u00a0; omettre cette partie, ou donner une période"},
    {"it is not written as YYYY-MM-DD, YYYY-MM or YYYY", "elle ne s’écrit pas AAAA-MM-JJ, AAAA-MM ou AAAA"},
    {"months go from 01 to 12", "les mois vont de 01 à 12"},
    {"the span ends before it begins", "la période finit avant de commencer"},
    {"write it like 2024-04-10, 2024-04, 2024 or 2023-10-10/2023-12-22",
     "écrire par exemple 2024-04-10, 2024-04, 2024 ou 2023-10-10/2023-12-22"},
    // files
    {"another program has changed the file", "un autre programme a changé le fichier"},
    {"nothing was written; your text stays here and is tried again with the next change",
     "rien n’a été écrit\u00a0; votre texte reste ici et sera repris à la prochaine modification"},
    {"this text has been changed by another program since", "un autre programme a changé ce texte depuis"},
    {"nothing was written; the steps before it can still be taken back",
     "rien n’a été écrit\u00a0; les modifications d’avant peuvent encore être annulées"},
    {"the file is read-only", "le fichier est en lecture seule"},
    {"the file is gone", "le fichier n’est plus là"},
    {"the file cannot be written", "le fichier ne peut pas être écrit"},
    {"the backup cannot be written", "la copie de secours ne peut pas être écrite"},
    {"there are too many backups", "il y a trop de copies de secours"},
    {"nothing was changed; make it writable, or work on a copy",
     "rien n’a changé\u00a0; rendre le fichier modifiable, ou travailler sur une copie"},
    {"the file cannot be read: ", "le fichier ne peut pas être lu\u00a0: "},
    {"cannot be read", "ne peut pas être lu"},
    {"No such file or directory", "il n’existe pas"},
    {"Permission denied", "l’accès est refusé"},
    {"Is a directory", "c’est un dossier"},
    {"Input/output error", "le disque ne répond pas"},
    {"the file is larger than ", "le fichier dépasse "},
    {"give a smaller one", "en donner un plus petit"},
    {"check the path", "vérifier le chemin"},
    // how a film is written
    {"syntax error: ", "erreur de syntaxe\u00a0: "},
    {"the text has no closing quotes", "le texte n’a pas de guillemets fermants"},
    {"close it with the quotes that it begins with", "le fermer avec les guillemets du début"},
    {"the text has no closing quote", "le texte n’a pas de guillemet fermant"},
    {"close it on its line", "le fermer sur sa ligne"},
    {"a text of several lines begins and ends with three quotes",
     "un texte de plusieurs lignes commence et finit par trois guillemets"},
    {"a control character stands here", "un caractère de commande se trouve ici"},
    {"a \\ in a text begins a sign of its own", "dans un texte, un \\ annonce un signe particulier"},
    {"write \\\\ for a backslash", "écrire \\\\ pour une barre oblique inverse"},
    {"the list lacks a comma or its closing ]", "il manque à la liste une virgule ou son ] final"},
    {"write it like [1, 2]", "l’écrire comme [1, 2]"},
    {"a comma stands before }", "une virgule précède }"},
    {"the table lacks a comma or its closing }", "il manque à la table une virgule ou son } final"},
    {"write it on one line, like { a = 1, b = 2 }", "l’écrire sur une ligne, comme { a = 1, b = 2 }"},
    {"the table's name lacks its closing ]", "il manque au nom de la table son ] final"},
    {"write it like [map] or [[cues]]", "l’écrire comme [map] ou [[cues]]"},
    {"the table has no name", "la table n’a pas de nom"},
    {"more follows the table's name on this line", "autre chose suit le nom de la table sur cette ligne"},
    {"there is no = after the key", "il n’y a pas de = après la clé"},
    {"write it like title = ", "écrire par exemple title = "},
    {"the value is missing", "la valeur manque"},
    {"write it after the =", "l’écrire après le ="},
    {"a comma follows the value", "une virgule suit la valeur"},
    {"write numbers with a point, like 1.5", "écrire les nombres avec un point, comme 1.5"},
    {"several values stand in [ ]", "plusieurs valeurs se mettent entre [ ]"},
    {"more follows the value on this line", "autre chose suit la valeur sur cette ligne"},
    {"one value stands on a line", "une seule valeur par ligne"},
    {"in a text a quote is written \\", "dans un texte, un guillemet s’écrit \\"},
    {"values stand too deep in one another", "les valeurs sont trop imbriquées"},
    {"use fewer brackets", "mettre moins de crochets"},
    {"this is no value", "ce n’est pas une valeur"},
    {"texts stand in quotes, like ", "les textes sont entre guillemets, comme "},
    {"other values are numbers, true, false, [lists] and {tables}",
     "les autres valeurs sont des nombres, true, false, des [listes] et des {tables}"},
    {"this is not a date", "ce n’est pas une date"},
    {"the number is too large", "le nombre est trop grand"},
    {"write a smaller one", "en écrire un plus petit"},
    {"the number begins with a zero", "le nombre commence par un zéro"},
    {"write it without the zero, or in quotes", "l’écrire sans le zéro, ou entre guillemets"},
    {"this is not a number", "ce n’est pas un nombre"},
    {"write it like 12 or 1.5", "l’écrire comme 12 ou 1.5"},
    {"write it like ", "écrire par exemple "},
    {"a key cannot be written like this", "une clé ne s’écrit pas ainsi"},
    {"keys have the letters a to z, digits, _ and -", "une clé a des lettres de a à z, des chiffres, _ et -"},
    {"the file ends too early", "le fichier finit trop tôt"},
    {"the key has too many parts", "la clé a trop de parties"},
    {"use fewer dots", "mettre moins de points"},
    {"see docs/film-format.md for how a file is written", "voir docs/film-format.md"},
    {"the text is not UTF-8", "le texte n’est pas en UTF-8"},
    {"save the file as UTF-8", "enregistrer le fichier en UTF-8"},
    {" is missing", " manque"},
    {" is empty", " est vide"},
    {" is not known", " n’est pas connu"},
    {" is not allowed", " n’est pas permis"},
    {" is not supported", " n’est pas prévu"},
    {" is not a colour", " n’est pas une couleur"},
    {"write #rrggbb, such as #ff6b3a", "écrire #rrvvbb, par exemple #ff6b3a"},
    {" is not a number", " n’est pas un nombre"},
    {" must be a whole number", " doit être un nombre entier"},
    {" must be a finite number", " doit être un nombre fini"},
    {" must be from ", " doit être entre "},
    {" must be ", " doit être "},
    {"a number, a string, or true or false", "un nombre, un texte ou true ou false"},
    {"a string", "un texte"},
    {"a whole number", "un nombre entier"},
    {"a number", "un nombre"},
    {"a table", "une table"},
    {"a list", "une liste"},
    {"true or false", "true ou false"},
    {"a date", "une date"},
    {", not ", ", et non "},
    {"write it without quotes", "l’écrire sans guillemets"},
    {"write it with a point, such as ", "l’écrire avec un point, par exemple "},
    {"write it without a point", "l’écrire sans point"},
    {"each name may stand once", "un nom ne figure qu’une fois"},
    {"rename or remove one", "le changer, ou en enlever un"},
    {"unknown place or country ", "lieu ou pays inconnu\u00a0: "},
    {"unknown place ", "lieu inconnu\u00a0: "},
    {"unknown actor ", "acteur inconnu\u00a0: "},
    {"unknown event ", "événement inconnu\u00a0: "},
    {"unknown source ", "source inconnue\u00a0: "},
    {"unknown chapter ", "chapitre inconnu\u00a0: "},
    {"unknown key ", "clé inconnue\u00a0: "},
    {"unknown country ", "pays inconnu\u00a0: "},
    {"leave it out", "l’omettre"},
    {" stands twice in ", " figure deux fois dans "},
    {" stands twice", " figure deux fois"},
    {" has no text in ", " n’a pas de texte en "},
    {"write a text or leave the key out", "écrire un texte, ou omettre la clé"},
    {"define it in an [[events]] table", "la définir dans une table [[events]]"},
    {"define it in [", "la définir dans ["},
    {"remove it", "l’enlever"},
    {"remove one", "en enlever un"},
    {"did you mean", "vouliez-vous dire"},
};

enum class Kind : std::uint8_t { Open, Known, Quoted };

// A stretch of a message: as the phrases have it, or as it was.
struct Piece {
    std::string text;      // to be shown when all of its clause is in the language
    std::string original;  // otherwise
    Kind kind = Kind::Open;
};

Piece same(const std::string& text, Kind kind = Kind::Open) {
    return {text, text, kind};
}

// What stands in quotes is a name or somebody's text.
std::vector<Piece> quotesApart(const std::string& message) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < message.size();) {
        const bool isQuoted = message[at] == '"';
        const std::size_t next = message.find('"', at + (isQuoted ? 1 : 0));
        const std::size_t end = next == std::string::npos ? message.size() : next + (isQuoted ? 1 : 0);
        pieces.push_back(same(message.substr(at, end - at), isQuoted ? Kind::Quoted : Kind::Open));
        at = end;
    }
    return pieces;
}

std::vector<Piece> piecesOf(const std::string& message) {
    std::vector<Piece> pieces = quotesApart(message);
    for (const Phrase& phrase : kFrench) {
        std::vector<Piece> cut;
        for (Piece& piece : pieces) {
            if (piece.kind != Kind::Open) {
                cut.push_back(std::move(piece));
                continue;
            }
            std::string rest = piece.text;
            for (std::size_t at = rest.find(phrase.en); at != std::string::npos; at = rest.find(phrase.en)) {
                if (at > 0) cut.push_back(same(rest.substr(0, at)));
                cut.push_back({std::string(phrase.fr), std::string(phrase.en), Kind::Known});
                rest.erase(0, at + phrase.en.size());
            }
            if (!rest.empty()) cut.push_back(same(rest));
        }
        pieces = std::move(cut);
    }
    return pieces;
}

constexpr std::string_view kClauseEnd = "; ";

// Cuts what no phrase covers after every "; ": clauses are told in one language each.
std::vector<std::vector<Piece>> clausesOf(const std::vector<Piece>& pieces) {
    std::vector<std::vector<Piece>> clauses(1);
    for (const Piece& piece : pieces) {
        if (piece.kind != Kind::Open) {
            clauses.back().push_back(piece);
            continue;
        }
        std::string rest = piece.text;
        for (std::size_t at = rest.find(kClauseEnd); at != std::string::npos; at = rest.find(kClauseEnd)) {
            clauses.back().push_back(same(rest.substr(0, at + kClauseEnd.size())));
            clauses.emplace_back();
            rest.erase(0, at + kClauseEnd.size());
        }
        if (!rest.empty()) clauses.back().push_back(same(rest));
    }
    return clauses;
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Words that are not part of a path, a key or a number.
std::size_t plainWords(std::string_view text) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view token = text.substr(at, end - at);
        const bool isName = token.find_first_of("./_0123456789[]{}") != std::string_view::npos;
        words += !isName && std::count_if(token.begin(), token.end(), isLetter) > 1;
        at = end + 1;
    }
    return words;
}

// Whether all of a clause is in the language, but for the name it begins with.
bool isCovered(const std::vector<Piece>& clause) {
    bool knows = false;
    std::string rest;
    for (const Piece& piece : clause) {
        knows = knows || piece.kind == Kind::Known;
        rest += piece.kind == Kind::Open ? piece.text : " ";
    }
    const bool beginsWithName = !clause.empty() && clause.front().kind == Kind::Open;
    return knows && plainWords(rest) <= (beginsWithName ? 1U : 0U);
}

}  // namespace

std::string problemIn(std::string message, std::string_view language) {
    if (language != "fr") return message;
    std::string told;
    for (const std::vector<Piece>& clause : clausesOf(piecesOf(message))) {
        const bool isFrench = isCovered(clause);
        for (const Piece& piece : clause) told += isFrench ? piece.text : piece.original;
        if (told.ends_with(kClauseEnd)) told.replace(told.size() - kClauseEnd.size(), 1, "\u00a0;");
    }
    return told;
}

}  // namespace ui
