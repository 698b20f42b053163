#include "ui/problem_words.h"

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
    {"cannot be read", "ne peut pas être lu"},
    // how a film is written
    {"syntax error in ", "erreur de syntaxe, "},
    {"syntax error: ", "erreur de syntaxe\u00a0: "},
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

}  // namespace

std::string problemIn(std::string message, std::string_view language) {
    if (language != "fr") return message;
    for (const Phrase& phrase : kFrench) {
        for (std::size_t at = message.find(phrase.en); at != std::string::npos;
             at = message.find(phrase.en, at + phrase.fr.size()))
            message.replace(at, phrase.en.size(), phrase.fr);
    }
    return message;
}

}  // namespace ui
