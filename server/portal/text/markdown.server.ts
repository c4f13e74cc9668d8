import { Marked, type TokensList } from 'marked'
import sanitize from 'sanitize-html'

const DEEPEST = 6

/** Nothing that runs, loads or poses as the page's own furniture: words, lists, tables and links. */
const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'blockquote', 'code', 'a'],
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['scope'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'noopener noreferrer' } }),
    th: (tagName) => ({ tagName, attribs: { scope: 'col' } }),
  },
}

const marked = new Marked({ gfm: true })

/** Headings start at `top`, the page having its own above, and none is skipped on the way down. */
export function htmlOf(markdown: string, top: 2 | 3 = 2): string {
  const tokens = marked.lexer(markdown)
  let last = top - 1
  const shift = top - Math.min(...depths(tokens))
  marked.walkTokens(tokens, (token) => {
    if (token.type !== 'heading') return
    last = Math.min(DEEPEST, last + 1, token.depth + shift)
    token.depth = last
  })
  return sanitize(marked.parser(tokens), ALLOWED)
}

function depths(tokens: TokensList): number[] {
  const found: number[] = []
  marked.walkTokens(tokens, (token) => {
    if (token.type === 'heading') found.push(token.depth)
  })
  return found
}

/** The first words, for a description. */
export function firstWords(markdown: string, most = 155): string {
  const plain = sanitize(marked.parse(markdown, { async: false }), {
    allowedTags: [],
    allowedAttributes: {},
  })
  const text = plain
    .replace(/&lt;|&gt;|&quot;/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length <= most) return text
  return `${text.slice(0, text.lastIndexOf(' ', most - 1))}…`
}
