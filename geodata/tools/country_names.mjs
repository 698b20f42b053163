// Prints {"alpha-2": {"fr": name, "en": name}} from the CLDR data that node carries (ICU version on stderr).
const codes = JSON.parse(process.argv[2]);
const names = { fr: new Intl.DisplayNames("fr", { type: "region" }), en: new Intl.DisplayNames("en", { type: "region" }) };
const result = {};
for (const code of codes) result[code] = { fr: names.fr.of(code), en: names.en.of(code) };
console.log(JSON.stringify(result));
console.error(`  names: CLDR ${process.versions.cldr}, ICU ${process.versions.icu}, node ${process.versions.node}`);
