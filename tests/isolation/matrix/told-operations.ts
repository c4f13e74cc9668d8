import { OTHER_POLICIES } from '#tests/isolation/catalog/other-policies.ts'
import { attemptIn } from './attempt.ts'
import type { Probe } from './foreign-operations.ts'
import { rowsOf, touchingTheirs } from './ground.ts'
import { deleteWhere, isRow, lockWhere, selectWhere, touchWhere } from './statements.ts'

/** The column that names the network a row is told to, where there is one. */
function otherEnd(table: string): string | undefined {
  const using = OTHER_POLICIES[`${table}.other_end`]?.using
  return using?.match(/^\(?(\w+) = /)?.[1]
}

/** Their row that names this network is read by it, and only read: its author alone writes it. */
export const toldRow: Probe = async (ground, table) => {
  const column = otherEnd(table)
  if (!column) return null
  const { shape, theirs } = rowsOf(ground, table)
  const tell = (network: unknown) =>
    ground.superuser.query(`update "${table}" set "${column}" = $1 where network_id = $2`, [
      network,
      ground.theirs,
    ])
  await tell(ground.mine)
  const told = isRow(shape, theirs)
  const read = await attemptIn(ground.mine, selectWhere(shape, told))
  const touched = await touchingTheirs(ground, async () => {
    for (const write of [lockWhere, touchWhere, deleteWhere]) await attemptIn(ground.mine, write(shape, told))
  })
  await tell(theirs[column])
  return read.rows === 1 ? touched : `is not read by whom it is told to: ${read.refused ?? read.rows}`
}
