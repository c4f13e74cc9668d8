/** Field by field, from what to what; a list is compared as a whole. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>) {
  const changes: Record<string, { from: unknown; to: unknown }> = {}
  for (const [key, to] of Object.entries(after)) {
    const from = before[key] ?? null
    if (from === to) continue
    if (inOrder(from) !== inOrder(to ?? null)) changes[key] = { from, to: to ?? null }
  }
  return changes
}

/** The database keeps the keys of an object in an order of its own. */
const inOrder = (value: unknown) =>
  JSON.stringify(value, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
