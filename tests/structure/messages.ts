import type { SourceFile } from './repository.ts'

export type Locale = 'fr' | 'en'
/** Key with its namespace (`crm:field.name`), then form of plural ('' where there is none), then text. */
export type Messages = Map<string, Map<string, string>>

const PLURAL = /_(zero|one|two|few|many|other)$/

export function messagesOf(files: SourceFile[], locale: Locale): Messages {
  const texts = new Map<string, string>()
  for (const { path, text } of files) {
    const namespace = namespaceOf(path, locale)
    if (namespace) flatten(JSON.parse(text), `${namespace}:`, texts)
  }
  const messages: Messages = new Map()
  for (const [key, text] of texts) {
    const stem = key.replace(PLURAL, '')
    // `too_many` is a key like another, unless `too_other` says that it is a plural.
    const isPlural = stem !== key && texts.has(`${stem}_other`)
    const [name, form] = isPlural ? [stem, key.slice(stem.length + 1)] : [key, '']
    messages.set(name, (messages.get(name) ?? new Map()).set(form, text))
  }
  return messages
}

const namespaceOf = (path: string, locale: Locale) =>
  path.match(new RegExp(`^app/locales/${locale}/(.+)\\.json$`))?.[1]

function flatten(value: unknown, key: string, into: Map<string, string>) {
  if (typeof value === 'string') into.set(key, value)
  else {
    const prefix = key.endsWith(':') ? key : `${key}.`
    for (const [name, inner] of Object.entries(value as object)) flatten(inner, prefix + name, into)
  }
}

export function parityFaults(one: Messages, other: Messages, locale: Locale): string[] {
  return [...one.keys()].filter((key) => !other.has(key)).map((key) => `${key} is missing in ${locale}`)
}

export function emptyFaults(messages: Messages): string[] {
  return [...messages]
    .filter(([, forms]) => [...forms.values()].some((text) => !text.trim()))
    .map(([key]) => key)
}

/** Every form the language has: without `many`, i18next shows the key itself for 1 000 000 in French. */
export function pluralFaults(messages: Messages, locale: Locale): string[] {
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  return [...messages]
    .filter(([, forms]) => !forms.has(''))
    .flatMap(([key, forms]) => needed.filter((form) => !forms.has(form)).map((form) => `${key}_${form}`))
}

/** `{{name}}` and `{{count, number}}`: what a text expects to be given. */
function placeholders(forms: Map<string, string>): Set<string> {
  const found = [...forms.values()].flatMap((text) => [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)])
  return new Set(found.map(([, name]) => name!))
}

export function placeholderFaults(one: Messages, other: Messages): string[] {
  return [...one].flatMap(([key, forms]) => {
    const counterpart = other.get(key)
    if (!counterpart) return []
    const [here, there] = [placeholders(forms), placeholders(counterpart)]
    const differing = [...here, ...there].filter((name) => !here.has(name) || !there.has(name))
    return differing.length ? [`${key}: ${differing.sort().join(', ')}`] : []
  })
}

/** Said by mails alone, which the server writes: no page carries it. */
const ONLY_IN_MAILS = 'mail'

/** Namespaces a language's index does not give to the pages: they would show their keys. */
export function indexFaults(files: SourceFile[], locale: Locale): string[] {
  const indexes = ['', '-inside', '-told'].map((part) => `app/locales/${locale}${part}.ts`)
  const index = files.flatMap(({ path, text }) => (indexes.includes(path) ? [text] : [])).join()
  return files.flatMap(({ path }) => {
    const namespace = namespaceOf(path, locale)
    const isGiven = namespace && new RegExp(`messages = \\{[^}]*\\b${namespace}\\b`).test(index)
    return namespace && namespace !== ONLY_IN_MAILS && !isGiven ? [path] : []
  })
}
