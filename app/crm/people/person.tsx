import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { crm } from '#server/crm/permissions.ts'
import { addPosition, endPosition, removePosition } from '#server/crm/person/change-position.server.ts'
import { deletePerson } from '#server/crm/person/delete-person.server.ts'
import { noteContact } from '#server/crm/person/note-contact.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { HistorySection } from '../record/history-section.tsx'
import { PersonFaultSummary } from './person-fields.tsx'
import { type PersonFaults, type PositionValues, positionTyped, readPosition } from './person-form.server.ts'
import { personView } from './person-view.server.ts'
import { AddPosition, Positions } from './positions.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['person:read'])
  return answering(args, async () => personView(ctx, recordId(args.params.id)))
}

type Asked = { position: PositionValues; faults: PersonFaults; late: boolean }

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['person:write'])
  const form = await submitted(args)
  const people = `/${ctx.network.slug}/bureau/personnes`
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const done = (what: string) => redirect(`${people}/${id}?fait=${what}`)
    const position = () => recordId(String(form.get('poste')))
    switch (form.get('intent')) {
      case 'contact':
        await noteContact(ctx, id)
        return done('contact')
      case 'poste': {
        const typed = positionTyped(form)
        const { input, faults } = await readPosition(ctx, typed)
        if (!input) return data<Asked>({ position: typed, faults, late: false }, { status: 422 })
        await addPosition(ctx, id, input)
        return done('poste_ajoute')
      }
      case 'terminer':
        try {
          await endPosition(ctx, position())
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'crm.position_order') throw error
          return data<Asked>(
            { position: positionTyped(new FormData()), faults: {}, late: true },
            { status: 422 },
          )
        }
        return done('poste_termine')
      case 'retirer':
        await removePosition(ctx, position())
        return done('poste_retire')
      case 'effacer':
        await deletePerson(ctx, id)
        return redirect(`${people}?fait=personne_effacee`)
      default:
        throw data(null, { status: 400 })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

const DONE = [
  'personne_creee',
  'personne_enregistree',
  'contact',
  'poste_ajoute',
  'poste_termine',
  'poste_retire',
]

export default function PersonPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const done = useDone()
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.people}>{t('person.all')}</Link>
      </nav>
      {done && DONE.includes(done) ? (
        <div className="notice ok" role="status">
          {t(`done.${done}`)}
        </div>
      ) : null}
      <PersonFaultSummary faults={refused?.faults ?? {}} />
      {refused?.late ? (
        <div className="notice bad" role="alert">
          {t('faults.position_order')}
        </div>
      ) : null}
      <div className="row title">
        <div className="avatar large" aria-hidden="true">
          {page.initials}
        </div>
        <div className="grow">
          <h1>{page.name}</h1>
          <p className="muted">{page.what}</p>
        </div>
        {page.mayWrite ? (
          <Link className="btn" to="modifier">
            {t('edit')}
          </Link>
        ) : null}
      </div>
      <VisibleBy who="team" />
      <div className="cols aside">
        <div className="stack">
          <section className="card stack" id="postes">
            <h2>{t('person.positions')}</h2>
            <Positions positions={page.positions} mayWrite={page.mayWrite} slug={page.slug} />
            {page.mayWrite ? <AddPosition choices={page.choices} refused={refused ?? null} /> : null}
          </section>
          <HistorySection history={page.history} journal={null} />
        </div>
        <aside className="stack" aria-label={t('person.section.who')}>
          <section className="card stack">
            <h2>{t('person.lastContact')}</h2>
            <p>{page.lastContact ?? t('person.neverMet')}</p>
            {page.mayWrite ? (
              <Form method="post">
                <button className="btn" type="submit" name="intent" value="contact">
                  {t('person.metToday')}
                </button>
              </Form>
            ) : null}
          </section>
          <section className="card">
            <h2>{t('person.section.who')}</h2>
            <dl className="facts">
              {page.facts.map((fact) => (
                <div key={fact.key}>
                  <dt>{t(`person.field.${fact.key}`)}</dt>
                  <dd>{fact.href ? <a href={fact.href}>{fact.value}</a> : fact.value}</dd>
                </div>
              ))}
            </dl>
          </section>
          {page.mayErase ? (
            <Form method="post" className="card stack">
              <h2>{t('person.erase')}</h2>
              <p className="small">{t('person.eraseWhat')}</p>
              <ConfirmSubmit
                label={t('person.erase')}
                question={t('person.eraseAsk', { name: page.name })}
                consequence={t('person.eraseWhat')}
                name="intent"
                value="effacer"
                danger
              />
            </Form>
          ) : null}
        </aside>
      </div>
    </>
  )
}
