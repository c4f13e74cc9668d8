import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { PaymentKind, PaymentStep } from './payment.ts'

export type StepTold = {
  id: string
  step: PaymentStep
  amountCents: number
  happenedOn: string
  note: string
  by: string | null
  fileId: string | null
  fileName: string | null
}
export type PaymentTold = {
  id: string
  dossierId: string
  kind: PaymentKind
  amountCents: number
  dueOn: string | null
  paidTo: 'holder' | 'sponsor'
  steps: StepTold[]
}

/** What was promised to these dossiers and what came of it; what was taken back is left out. */
export async function paymentsOf(
  tx: Transaction,
  ctx: NetworkContext,
  ids: string[],
): Promise<PaymentTold[]> {
  const { rows } = await tx.execute<PaymentTold>(sql`
    select p.id, p.dossier_id as "dossierId", p.kind, p.amount_cents as "amountCents", p.due_on::text as "dueOn",
      p.paid_to as "paidTo",
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'step', s.step, 'amountCents', s.amount_cents,
          'happenedOn', s.happened_on, 'note', s.note, 'by', a.name, 'fileId', f.id, 'fileName', f.name)
          order by s.at), '[]')
        from dossier_payment_step s left join account a on a.id = s.account_id
          left join stored_file f on f.network_id = s.network_id and f.id = s.file_id and f.deleted_at is null
        where s.network_id = p.network_id and s.payment_id = p.id and s.cancelled_at is null) as steps
    from dossier_payment p
    where p.network_id = ${ctx.network.id} and p.dossier_id = any (${sql.param(ids)}::uuid[])
      and p.cancelled_at is null
    order by p.dossier_id, p.created_at, p.id`)
  return rows
}
