import { askDistribution } from '#server/dispositifs/instruction/distribute-session.server.ts'
import { finishReading } from '#server/dispositifs/instruction/finish-reading.server.ts'
import { substitute } from '#server/dispositifs/instruction/give-dossier.server.ts'
import {
  chooseInstructors,
  instructionInput,
  setInstruction,
} from '#server/dispositifs/instruction/set-instruction.server.ts'
import { settleConflict } from '#server/dispositifs/instruction/settle-conflict.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { type Faults, readInput, textOf } from './read-input.server.ts'

type Handled = { to: string } | { faults: Faults }

/** What the forms of a session's instruction send. Null: nothing known was asked. */
export async function handleInstruction(
  ctx: Context,
  session: string,
  form: FormData,
): Promise<Handled | null> {
  const here = `/${ctx.network!.slug}/bureau/dispositifs/sessions/${session}/instruction`
  switch (form.get('intent')) {
    case 'regler': {
      const read = readInput(instructionInput, {
        ...{ readers: textOf(form, 'readers'), dueOn: textOf(form, 'dueOn') },
        anonymous: form.get('anonymous') === 'oui',
      })
      if (!read.input) return { faults: read.faults }
      await setInstruction(ctx, session, read.input)
      return { to: `${here}?fait=lecture-reglee` }
    }
    case 'choisir':
      await chooseInstructors(
        ctx,
        session,
        form.getAll('instructeur').map((id) => recordId(String(id))),
      )
      return { to: `${here}?fait=instructeurs-choisis` }
    case 'repartir': {
      const asked = await askDistribution(ctx, session, { unchecked: form.get('quels') === 'tous' })
      return { to: `/${ctx.network!.slug}/bureau/travaux/${asked.workId}?retour` }
    }
    case 'remplacer':
      await substitute(ctx, session, recordId(textOf(form, 'de')), recordId(textOf(form, 'par')))
      return { to: `${here}?fait=remplace` }
    case 'trancher':
      await settleConflict(ctx, {
        dossierId: recordId(textOf(form, 'dossier')),
        instructorId: recordId(textOf(form, 'instructeur')),
        state: form.get('sens') === 'ecarter' ? 'dismissed' : 'confirmed',
        note: textOf(form, 'motif'),
      })
      return { to: `${here}?fait=conflit-tranche` }
    case 'terminer':
      await finishReading(ctx, session)
      return { to: `${here}?fait=lecture-finie` }
    default:
      return null
  }
}
