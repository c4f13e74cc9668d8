import { createHash, randomBytes } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { publicDb, type Transaction } from '#db/client.ts'
import { recoveryCode } from '#db/schema/identity.ts'

const HOW_MANY = 10
/** Without the letters and figures one takes for another. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const LENGTH = 16

/** Ten new codes; those of before are dead. Told once: only their hashes are kept. */
export async function makeRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId))
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ codeHash: hashOfCode(accountId, code), accountId })))
  return codes
}

export async function countRecoveryCodes(accountId: string): Promise<number> {
  const [left] = await publicDb()
    .select({ left: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt)))
  return left?.left ?? 0
}

function hashOfCode(accountId: string, typed: string): string {
  const plain = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(`${accountId}:${plain}`).digest('hex')
}

/** About 78 bits, in groups that are copied without a slip. */
function newCode(): string {
  let code = ''
  while (code.length < LENGTH)
    // What is over a whole number of turns would favour the first signs.
    for (const byte of randomBytes(LENGTH))
      if (byte < 240 && code.length < LENGTH) code += SIGNS[byte % SIGNS.length]
  return code.match(/.{4}/g)!.join('-')
}

/** Whether this code was one of the account's, still unused; it is used now. */
export async function spendCode(accountId: string, typed: string, now: Date): Promise<boolean> {
  const used = await publicDb()
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCode.codeHash, hashOfCode(accountId, typed)),
        eq(recoveryCode.accountId, accountId),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ accountId: recoveryCode.accountId })
  return used.length > 0
}
