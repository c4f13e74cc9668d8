import { z } from 'zod'
import { procedure } from '#server/trpc/init.ts'
import { addPosition, endPosition } from './change-position.server.ts'
import { createPerson } from './create-person.server.ts'
import { deletePerson } from './delete-person.server.ts'
import { personSearch } from './find-people.schema.ts'
import { findPeople } from './find-people.server.ts'
import { getPerson } from './get-person.server.ts'
import { noteContact } from './note-contact.server.ts'
import { personInput, positionInput } from './person.schema.ts'
import { updatePerson } from './update-person.server.ts'

const one = z.object({ id: z.uuid() })
const fields = z.object({ person: personInput })

/** What the router of the CRM says of people. */
export const peopleProcedures = {
  findPeople: procedure
    .input(z.object(personSearch.shape))
    .query(({ ctx, input: { network, ...search } }) => findPeople(ctx, search)),
  getPerson: procedure.input(one).query(({ ctx, input }) => getPerson(ctx, input.id)),
  createPerson: procedure
    .input(fields.extend({ position: positionInput.nullable().default(null) }))
    .mutation(({ ctx, input }) => createPerson(ctx, input.person, input.position)),
  updatePerson: procedure
    .input(one.extend({ version: z.number().int() }))
    .input(fields)
    .mutation(({ ctx, input }) => updatePerson(ctx, input.id, input.version, input.person)),
  deletePerson: procedure.input(one).mutation(({ ctx, input }) => deletePerson(ctx, input.id)),
  noteContact: procedure.input(one).mutation(({ ctx, input }) => noteContact(ctx, input.id)),
  addPosition: procedure
    .input(one.extend({ position: positionInput }))
    .mutation(({ ctx, input }) => addPosition(ctx, input.id, input.position)),
  endPosition: procedure
    .input(one.extend({ on: z.iso.date().optional() }))
    .mutation(({ ctx, input }) => endPosition(ctx, input.id, input.on)),
}
