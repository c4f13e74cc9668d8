import { eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'

/** The account of an address, or of an id; undefined when there is none. */
export async function accountOf(email: string) {
  const [known] = await publicDb().select().from(account).where(eq(account.email, email))
  return known
}

export async function accountById(id: string) {
  const [known] = await publicDb().select().from(account).where(eq(account.id, id))
  return known
}
