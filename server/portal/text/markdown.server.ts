import { Marked } from 'marked'
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

const marked = { 2: withHeadingsUnder(1), 3: withHeadingsUnder(2) }

/** Headings start at `top`: the page has its own above. */
export function htmlOf(markdown: string, top: 2 | 3 = 2): string {
  return sanitize(marked[top].parse(markdown, { async: false }), ALLOWED)
}

/** The first words, for a description. */
export function firstWords(markdown: string, most = 155): string {
  const plain = sanitize(marked[2].parse(markdown, { async: false }), {
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

function withHeadingsUnder(above: number): Marked {
  return new Marked({
    gfm: true,
    walkTokens: (token) => {
      if (token.type === 'heading') token.depth = Math.min(DEEPEST, token.depth + above)
    },
  })
}
