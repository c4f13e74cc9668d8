export const MOST_SITES = 20

/**
 * Addresses as people paste them, one a line, made the origins a browser compares: `www.reseau.org/page`
 * is `https://www.reseau.org`. What is no site of the web is given back, to be mended.
 */
export function readSites(typed: string): { sites: string[]; wrong: string[] } {
  const sites = new Set<string>()
  const wrong: string[] = []
  for (const line of typed.split(/[\s,;]+/).filter(Boolean)) {
    const origin = originOf(line)
    if (origin) sites.add(origin)
    else wrong.push(line)
  }
  return { sites: [...sites], wrong }
}

function originOf(text: string): string | null {
  try {
    const { protocol, host, origin, username } = new URL(
      /^[a-z]+:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? text : `https://${text}`,
    )
    const named = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/.test(host) || /^localhost(:\d+)?$/.test(host)
    return named && !username && (protocol === 'https:' || protocol === 'http:') ? origin : null
  } catch {
    return null
  }
}
