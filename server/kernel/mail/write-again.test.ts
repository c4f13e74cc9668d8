import { beforeAll, describe, expect, it } from 'vitest'
import { publicDb } from '#db/client.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'
import { hasBounced, rememberBounce } from './bounces.server.ts'
import { configureMail } from './post-office.server.ts'
import { queueMail } from './queue-mail.server.ts'
import { essayMail } from './testing.tsx'
import { writeAgain } from './write-again.server.ts'

const database = useDatabase()
const TO = 'revenue@essai.example'
beforeAll(() => configureMail({ mails: [essayMail], origin: 'https://m.example', demo: false, mail: {} }))

async function aHeldMail() {
  const networkId = activeNetwork('so-cooperation')!.id
  const props = { title: 'x', said: 'y', link: 'https://m.example' }
  const id = await queueMail(publicDb(), essayMail, { to: TO, locale: 'fr', networkId, props })
  await database.owner.query(`update outgoing_mail set state = 'suppressed', attempts = 1 where id = $1`, [
    id,
  ])
  await rememberBounce(publicDb(), TO, '550', new Date())
  return id
}

describe('An address that refused', () => {
  it('is written to again once an administrator of the network says so', async () => {
    const id = await aHeldMail()
    const person = await aPerson(database.superuser)
    const by = (slug: string, role: 'admin' | 'staff') => writeAgain(contextOf(slug, person, [role]), id)
    await expect(by('so-cooperation', 'staff')).rejects.toMatchObject({ status: 403 })
    await expect(by('gescod', 'admin')).rejects.toMatchObject({ status: 404 })
    expect(await hasBounced(TO)).toBe(true)
    await by('so-cooperation', 'admin')
    expect(await hasBounced(TO)).toBe(false)
    const { rows } = await database.owner.query('select state, attempts from outgoing_mail where id = $1', [
      id,
    ])
    expect(rows).toEqual([{ state: 'waiting', attempts: 0 }])
    await expect(by('so-cooperation', 'admin')).rejects.toMatchObject({ status: 404 })
  })
})
