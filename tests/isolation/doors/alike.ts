/** Doors that rightly answer a network's own people alike, whether the row asked for is there or not. */
const ALIKE: [door: RegExp, why: string][] = [
  [/^GET \S+\/structures\/:id\/personnes\b/, 'opened by itself it leads to the record, unread'],
  [/^GET \S+\/structures\/:id\/verifier\b/, 'opened by itself it leads to the record, unread'],
  [
    /\/annuaire-national\S* intent=same/,
    'it asks of two published listings, which a hidden record has none of',
  ],
  [/\/appuis\S* intent=retablir/, 'it puts back an act that was taken away, and this one stands'],
  [/\/imports\/correspondances\S* retirer=/, 'what is not there is not kept: there is nothing more to do'],
]

/** What is blind without a line above, and the lines above that no door needs. */
export function unexplained(blind: string[], hidden: Record<string, string>): string[] {
  const named = blind.map((label) =>
    Object.entries(hidden).reduce((text, [name, id]) => text.replaceAll(id, `:${name}`), label),
  )
  return [
    ...named.filter((label) => !ALIKE.some(([door]) => door.test(label))),
    ...ALIKE.filter(([door]) => !named.some((label) => door.test(label))).map(([, why]) => `stale: ${why}`),
  ]
}
