import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { findLikely } from './find-likely.server.ts'
import { nameLikeness } from './likeness.ts'

const database = useDatabase()
let staff: StaffContext

beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
  for (const given of [
    { name: 'Floki', insee: '33063', siren: '552100554' },
    { name: 'Comité de jumelage de Secondigny', acronym: 'CJS', insee: '79311', rna: 'W791234567' },
    { name: 'Amitié Coopération Solidarité avec Elavagnon', acronym: 'ACSE', aliases: ['Les Amis d’Elavagnon'] },
    { name: 'Ville de Poitiers', kind: 'local_authority', subkind: 'municipality', insee: '86194' },
  ]) await createOrganisation(staff, anOrganisation(given)) // biome-ignore format: a table to read
  const { rows } = await database.superuser.query(`select id from organisation where name = 'Floki'`)
  await database.superuser.query(
    `update organisation set former_names = '[{"name": "Les Petits Drakkars", "from": null, "until": null}]' where id = $1`,
    [rows[0].id],
  )
  const others = await staffOf(database.superuser, 'resacoop')
  await createOrganisation(others, anOrganisation({ name: 'Floki de Lyon', insee: '69123' }))
})

const likely = async (sought: Parameters<typeof findLikely>[1]) =>
  (await findLikely(staff, sought)).map(({ name, reason, sure }) => ({ name, reason, sure }))

describe('A structure about to be added', () => {
  it.each([
    ['its SIREN, whatever its name', { name: 'Autre nom', siren: '552 100 554' }, 'Floki', 'siren', true],
    ['its RNA number', { name: 'Jumelage', rna: 'w791234567' }, 'Comité de jumelage de Secondigny', 'rna', true],
    ['its name at the same place', { name: 'FLOKI', insee: '33063' }, 'Floki', 'same_name', true],
    ['its name by postal code', { name: 'association floki', postalCode: '33000' }, 'Floki', 'same_name', true],
    ['its name elsewhere, as a proposal', { name: 'Floki', insee: '64445' }, 'Floki', 'same_name', false],
    ['a slip in its name', { name: 'Flokki' }, 'Floki', 'near_name', false],
    ['an acronym', { name: 'Elavagnon', acronym: 'acse' }, 'Amitié Coopération Solidarité avec Elavagnon', 'other_name', false],
    ['an acronym typed as a name', { name: 'ACSE' }, 'Amitié Coopération Solidarité avec Elavagnon', 'other_name', false],
    ['another name it goes by', { name: 'Amis d’Élavagnon' }, 'Amitié Coopération Solidarité avec Elavagnon', 'other_name', false],
    ['a name it had', { name: 'petits drakkars' }, 'Floki', 'other_name', false],
    ['a slip in a place', { name: 'Comité jumelage Segondigny' }, 'Comité de jumelage de Secondigny', 'near_name', false],
  ] as const)('is recognised by %s', async (_, sought, name, reason, sure) => {
    expect((await likely(sought))[0]).toEqual({ name, reason, sure })
  }) // biome-ignore format: a table to read

  it('resembles nothing when it is new', async () => {
    expect(await likely({ name: 'Les Vergers du Mékong' })).toEqual([])
    expect(await likely({ name: '' })).toEqual([])
    expect(await likely({ name: 'Fl' })).toEqual([])
  })

  it('is told apart from its namesake when their numbers differ', async () => {
    const [same] = await findLikely(staff, { name: 'Floki', insee: '33063' })
    const [other] = await findLikely(staff, { name: 'Floki', insee: '33063', siren: '732829320' })
    expect(other!.sure).toBe(false)
    expect(other!.score).toBeLessThan(same!.score)
  })

  it('is compared with its own network alone', async () => {
    expect(await likely({ name: 'Floki de Lyon' })).toEqual([
      { name: 'Floki', reason: 'near_name', sure: false },
    ])
  })
})

describe('Two names', () => {
  it('are the same but for accents, capitals, empty words and « saint »', () => {
    expect(nameLikeness('Les Écoles du Fleuve', 'ecoles de fleuve')).toBe(1)
    expect(nameLikeness('Saint-Maixent Solidarité', 'ST MAIXENT, solidarité')).toBe(1)
    expect(nameLikeness('Association', 'association')).toBe(1)
  })
  it('that share nothing have nothing in common', () => {
    expect(nameLikeness('Floki', 'Budmo')).toBe(0)
  })
})
