import { describe, expect, it } from 'vitest'
import { repositoryFiles } from './repository.ts'
import { traces } from './traces.ts'

const line = (text: string) => traces([{ path: 'server/crm/act.ts', text }])
/** Spelled in two parts, or these lines would be caught themselves. */
const later = (first: string, second: string) => first + second

describe('A file', () => {
  it('says nothing of the machine, the registry, the tracker or the haste of whoever wrote it', () => {
    expect(traces(repositoryFiles())).toEqual([])
  })

  it.each([
    ["a path of somebody's machine", later("'/ho", "me/camille/maillage'")],
    ["a path of somebody's machine", later('C:\\Us', 'ers\\camille')],
    ['the address of a package registry', later('https://registry.npm', 'js.org/pg')],
    ['the address of a package registry', later('https://artifact', 'ory.example.org/npm')],
    ['a number in a tracker', later('see iss', 'ue #12')],
    ['a number in a tracker', later('corrige le tick', 'et n° 3')],
    ['a promise instead of work', later('// TO', 'DO later')],
    ['a promise instead of work', later('/* FIX', 'ME */')],
    ['a test left out', later('it.sk', "ip('x', () => {})")],
    ['a test left out', later('describe.on', "ly('x', () => {})")],
  ])('would be caught with %s: %s', (what, text) => {
    expect(line(text)).toEqual([expect.stringContaining(what)])
  })

  it.each([
    'the machine has /usr/bin/chromium, and root keeps its data in /var/lib/maillage',
    "route('bureau', 'work/home.tsx')",
    "Check npm's proxy or registry settings",
    'http://localhost:3000/so-cooperation/annuaire',
    'the issue is settled by 3 people; item.only; todos',
    'https://docs.example.org/work/guide',
  ])('may say: %s', (text) => {
    expect(line(text)).toEqual([])
  })
})
