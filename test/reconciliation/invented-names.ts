const FIRST = (
  'Alto Brisk Cobalt Dovetail Ember Fennel Granite Harrow Indigo Juniper Kestrel Lumen Marlow Nimbus Opaline Pinnacle ' +
  'Quarry Russet Saffron Tamarind Umber Verity Willow Xenial Yarrow Zephyr Ålesund Brontë Çelik Dvořák Élan Façade ' +
  'Gødel Hübner Íñigo Jørgen Köppen Łabędź Müritz Niño Øresund Piñata'
).split(' ')
const SECOND = ['Mail', 'Maps', 'Reader', 'Foundation', 'Social', 'Payments', 'Health', 'News', 'Photos', 'Works']

/** Names of services that do not exist. */
export const INVENTED_NAMES: readonly string[] = FIRST.flatMap((first, i) => [
  first,
  `${first} ${SECOND[i % SECOND.length]}`,
  `${first}${(SECOND[(i + 3) % SECOND.length] ?? '').toLowerCase()}`,
])

/** Names of other services that do not exist. None of them is in the list above. */
export const ABSENT_NAMES: readonly string[] = FIRST.map((first, i) => `${first} ${SECOND[(i + 5) % SECOND.length]}`)
