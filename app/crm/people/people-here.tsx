import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { organisationChoice } from '#server/crm/organisation/organisations-meant.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { endPosition } from '#server/crm/person/change-position.server.ts'
import { createPerson } from '#server/crm/person/create-person.server.ts'
import { findNamesakes } from '#server/crm/person/find-namesakes.server.ts'
import { personInput, positionInput } from '#server/crm/person/person.schema.ts'
import { DomainError, notFound } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'

/** Sent from an organisation's record; opened by itself, it leads back there. */
export function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  return redirect(`/${ctx.network.slug}/bureau/structures/${args.params.id}#personnes`)
}

/** What the record's section « Personnes » sends: somebody is there, or has left. */
export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['person:write'])
  const form = await submitted(args)
  const desk = `/${ctx.network.slug}/bureau`
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const home = (done: string) => redirect(`${desk}/structures/${id}?fait=${done}#personnes`)
    if (form.get('intent') === 'terminer') {
      try {
        await endPosition(ctx, recordId(String(form.get('poste'))))
      } catch (error) {
        // It begins later than today: its page lets one say when it ends.
        if (error instanceof DomainError && error.code === 'crm.position_order') return home('poste_futur')
        throw error
      }
      return home('poste_termine')
    }
    if (form.get('intent') !== 'ajouter') throw data(null, { status: 400 })
    if (!(await organisationChoice(ctx, id))) throw notFound()
    const said = String(form.get('nom') ?? '').trim()
    const given = { ...nameFrom(said), fonction: String(form.get('fonction') ?? '') }
    const person = personInput.safeParse({ givenName: given.prenom, familyName: given.nom })
    const position = positionInput.safeParse({ organisationId: id, function: given.fonction })
    const known = person.success
      ? await findNamesakes(ctx, { givenName: given.prenom, familyName: given.nom, email: '' })
      : []
    // Doubtful or faulty: the whole form says what is wrong, and shows who has nearly this name.
    if (!person.success || !position.success || known.length > 0)
      return redirect(`${desk}/personnes/nouvelle?${new URLSearchParams({ structure: id, ...given })}`)
    await createPerson(ctx, person.data, position.data)
    return home('personne_ajoutee')
  })
}

/** « Camille Essai »: the first word is the given name; in « ESSAI Camille », capitals are the family's. */
function nameFrom(said: string): { prenom: string; nom: string } {
  const words = said.split(/\s+/).filter(Boolean)
  const isFamily = (word: string) => word.length > 1 && word === word.toUpperCase() && /\p{Lu}/u.test(word)
  const family = words.filter(isFamily)
  if (family.length > 0 && family.length < words.length)
    return { prenom: words.filter((word) => !isFamily(word)).join(' '), nom: family.join(' ') }
  const [first = '', ...rest] = words
  return rest.length > 0 ? { prenom: first, nom: rest.join(' ') } : { prenom: '', nom: first }
}
