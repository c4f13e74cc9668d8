export type Element = { name: string; attributes: Map<string, string>; text: string }

/** Elements whose content is text whatever it looks like, until their own closing tag. */
const RAW = new Set(['script', 'style', 'title', 'textarea'])
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/g
const OPENING = /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi

/** Every element of a page in order, as a browser opens them: what is text for it is text here. */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = []
  const source = html.replace(/<!--.*?-->/gs, '')
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(source); match; match = OPENING.exec(source)) {
    const name = match[1]!.toLowerCase()
    let text = ''
    if (RAW.has(name)) {
      const rest = source.slice(OPENING.lastIndex)
      const closing = rest.search(new RegExp(`</${name}[\\s/>]`, 'i'))
      text = closing < 0 ? rest : rest.slice(0, closing)
      OPENING.lastIndex += text.length
    }
    elements.push({ name, attributes: attributesOf(match[2]!), text })
  }
  return elements
}

function attributesOf(source: string): Map<string, string> {
  const pairs = [...source.matchAll(ATTRIBUTE)].map(([, name, double, single, bare]) => {
    return [name!.toLowerCase(), decoded(double ?? single ?? bare ?? '')] as const
  })
  return new Map(pairs)
}

/** As people read it: spaces that only hold words together are spaces. */
export const asRead = (text: string): string => text.replaceAll('\u00a0', ' ')

export function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return ENTITIES[name] ?? whole
  })
}

/** What could run on this page: scripts and styles without its nonce, handlers, addresses that are programs. */
export function activeContent(html: string, nonce: string): string[] {
  return elementsOf(html).flatMap(({ name, attributes, text }) => {
    const found: string[] = []
    const own = attributes.get('nonce') === nonce
    if ((name === 'script' || name === 'style') && !own)
      found.push(`<${name}> without the nonce: ${text.slice(0, 60)}`)
    if (['iframe', 'object', 'embed', 'base'].includes(name)) found.push(`<${name}>`)
    for (const [attribute, value] of attributes) {
      if (attribute.startsWith('on')) found.push(`${name} ${attribute}=${value}`)
      if (/^(?:java|vb)script:|^data:text/i.test(value.replace(/[\s\p{Cc}]/gu, '')) && isAddress(attribute))
        found.push(`${name} ${attribute}=${value}`)
    }
    return found
  })
}

const isAddress = (attribute: string) =>
  ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(attribute)
