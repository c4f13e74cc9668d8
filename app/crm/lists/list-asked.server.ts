import type { ListSubject } from '#server/crm/export/columns.ts'

/** The address where a page of the desk leaves as a list, with the filters it has now. */
export function listAsked(subject: ListSubject, filters: URLSearchParams): string {
  const query = new URLSearchParams(filters)
  for (const name of ['page', 'col', 'fait', 'lng', 'objet']) query.delete(name)
  for (const [name, value] of [...query]) if (value === '') query.delete(name)
  return String(new URLSearchParams([['objet', subject], ...query]))
}
