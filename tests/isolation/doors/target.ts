/** What a stranger asks for, in the address of which network. */
export type Target = {
  network: string
  id: string
  slug: string
  file?: string
  work?: string
  figure?: string
  other?: string
  import?: string
  matching?: string
  list?: string
}

/** A request as it goes through the door; `label` names it in a fault. */
export type Ask = { label: string; path: string; init?: RequestInit }

/** A word of the private rows' names, to search for. */
export const WORD = 'grenouille'

/** Written in every private text: it appears in no stranger's answer. */
export const SECRET = 'confidentiel7'

export const placed = (pattern: string, target: Target) =>
  pattern.replace(
    /[:{](network|id|slug|file|work|figure|import|matching|other|list)\}?/g,
    (_, name: keyof Target) => target[name] ?? name,
  )
