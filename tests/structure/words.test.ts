import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { describe, expect, it } from 'vitest'
import { messages as inside } from '#app/locales/fr-inside.ts'
import routes from '#app/routes.ts'

const APP = fileURLToPath(new URL('../../app/', import.meta.url))
const read = (file: string) => readFileSync(join(APP, file), 'utf8')
const brings = (text: string) =>
  text.includes('insideWords as clientLoader') && text.includes('handle = INSIDE')
const namespaces = Object.keys(inside)

/** Pages whose words are not among the public ones and that no layout above brings. */
function wordless(entries: RouteConfigEntry[], brought = false): string[] {
  return entries.flatMap((entry) => {
    const text = read(entry.file)
    const here = brought || brings(text)
    const needs = namespaces.filter(
      (name) => text.includes(`useTranslation('${name}')`) || text.includes(`t('${name}:`),
    )
    const folder = entry.file.split('/')[0]!
    const isInside = ['crm', 'desk', 'space', 'dev', 'kernel', 'identity'].includes(folder)
    const shows = text.includes('export default')
    const fault = shows && !here && (needs.length > 0 || isInside) ? [entry.file] : []
    return [...fault, ...wordless(entry.children ?? [], here)]
  })
}

describe('A page of the places one signs in to', () => {
  it('has its words, whether one comes to it by its address or from a public page', () => {
    expect(wordless(routes as RouteConfigEntry[])).toEqual([])
  })

  it('is never needed by the frame of every page', () => {
    for (const file of [
      'root.tsx',
      'kernel/outbox/demo-banner.tsx',
      'portal/top-bar.tsx',
      'desk/switcher.tsx',
    ])
      expect(
        namespaces.filter((name) => read(file).includes(`'${name}`)),
        file,
      ).toEqual([])
  })

  it('would be told if nothing brought them', () => {
    expect(wordless([{ file: 'crm/organisations.tsx' }])).toEqual(['crm/organisations.tsx'])
  })
})
