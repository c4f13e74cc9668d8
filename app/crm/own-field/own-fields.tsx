import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { KINDS, kindLabel } from '#packages/referentials/kinds.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { ownFieldInput } from '#server/crm/own-field/own-field.schema.ts'
import {
  archiveOwnField,
  changeOwnField,
  createOwnField,
  moveOwnField,
  restoreOwnField,
} from '#server/crm/own-field/write-own-field.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { OwnFieldForm, type Typed } from './own-field-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['own_field:manage'])
  const fields = await answering(args, () => findOwnFields(ctx))
  return {
    fields: fields.filter(({ archived }) => !archived),
    archived: fields.filter(({ archived }) => archived),
    kinds: KINDS.map(({ key }) => ({ value: key as string, label: kindLabel(key, ctx.locale) })),
    hasDirectory: ctx.network.modules.includes('directory'),
    list: `/${ctx.network.slug}/bureau/structures`,
    title: i18nFor(ctx.locale).t('crm:own.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['own_field:manage'])
  const form = await submitted(args)
  const said = (name: string) => String(form.get(name) ?? '')
  const intent = said('intent')
  const done = (what: string) => redirect(`/${ctx.network.slug}/bureau/champs?fait=${what}`)
  return answering(args, async () => {
    const id = () => recordId(said('champ'))
    if (intent === 'monter' || intent === 'descendre') {
      await moveOwnField(ctx, id(), intent === 'monter' ? -1 : 1)
      return done('ordre')
    }
    if (intent === 'ranger') return done((await archiveOwnField(ctx, id())).gone ? 'supprime' : 'range')
    if (intent === 'reprendre') {
      await restoreOwnField(ctx, id())
      return done('repris')
    }
    if (intent !== 'creer' && intent !== 'changer') throw data(null, { status: 400 })
    const typed: Typed = {
      label: said('nom'),
      help: said('aide'),
      type: said('type'),
      kinds: form.getAll('pour').map(String),
      known: knownChoices(form),
      choices: said('choix'),
      onListing: form.has('public'),
    }
    const refused = (faults: Record<string, string>) =>
      data({ item: said('champ'), typed, faults }, { status: 422 })
    const { known, ...rest } = typed
    const added = [...new Set(typed.choices.split('\n').map((label) => label.trim()))]
    const choices = [...known, ...added.map((label) => ({ key: null, label }))]
    const input = ownFieldInput.safeParse({ ...rest, choices })
    if (!input.success)
      return refused(
        Object.fromEntries(input.error.issues.map(({ path, message }) => [String(path[0]), message])),
      )
    try {
      if (intent === 'creer') await createOwnField(ctx, input.data)
      else await changeOwnField(ctx, id(), input.data)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'crm.own_refused') throw error
      return refused({ label: String(error.details.fault) })
    }
    return done(intent === 'creer' ? 'cree' : 'change')
  })
}

/** Those the field has, in the order of the places given to them. */
function knownChoices(form: FormData) {
  const [labels, places] = [form.getAll('libelle').map(String), form.getAll('place').map(Number)]
  const place = (index: number) => places[index] || index + 1
  return form
    .getAll('cle')
    .map((key, index) => ({ key: String(key), label: labels[index] ?? '', index }))
    .sort((one, other) => place(one.index) - place(other.index) || one.index - other.index)
    .map(({ key, label }) => ({ key, label }))
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const DONE = ['cree', 'change', 'ordre', 'range', 'supprime', 'repris']

export default function OwnFields() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const done = useDone()
  const form = { kinds: page.kinds, hasDirectory: page.hasDirectory }
  return (
    <>
      <h1>{t('own.title')}</h1>
      <p className="lead">{t('own.about')}</p>
      <VisibleBy who="admins" />
      {done && DONE.includes(done) ? (
        <p className="notice ok" role="status">
          {t(`own.done.${done}`)}
        </p>
      ) : null}
      {page.fields.length === 0 ? <p className="empty">{t('own.none')}</p> : null}
      <ol className="stack">
        {page.fields.map((field, index) => (
          <li key={field.id} className="card stack">
            <div className="row">
              <div className="grow">
                <strong>{field.label}</strong>
                <p className="small muted">
                  {[
                    t(`own.type.${field.type}`),
                    field.kinds.length === 0
                      ? t('own.everyKind')
                      : page.kinds
                          .filter(({ value }) => field.kinds.includes(value))
                          .map(({ label }) => label)
                          .join(', '),
                    ...(field.onListing ? [t('own.public')] : []),
                  ].join(' — ')}
                </p>
              </div>
              <Link className="small" to={`${page.list}?champ.${field.key}.rempli=1`}>
                {t('own.filled')}
              </Link>
              {index > 0 ? (
                <Move id={field.id} intent="monter" label={t('own.up', { name: field.label })} />
              ) : null}
              {index < page.fields.length - 1 ? (
                <Move id={field.id} intent="descendre" label={t('own.down', { name: field.label })} />
              ) : null}
            </div>
            <details open={refused?.item === field.id}>
              <summary>{t('own.change', { name: field.label })}</summary>
              <OwnFieldForm
                key={JSON.stringify(field)}
                {...form}
                field={field}
                refused={refused?.item === field.id ? refused : undefined}
              />
              <Form method="post">
                <input type="hidden" name="champ" value={field.id} />
                <ConfirmSubmit
                  name="intent"
                  value="ranger"
                  label={t('own.archive')}
                  question={t('own.archiveQuestion', { name: field.label })}
                  consequence={t('own.archiveConsequence')}
                />
              </Form>
            </details>
          </li>
        ))}
      </ol>
      <section className="card stack">
        <h2>{t('own.new')}</h2>
        <OwnFieldForm
          key={page.fields.length}
          {...form}
          refused={refused?.item === '' ? refused : undefined}
        />
      </section>
      {page.archived.length > 0 ? (
        <section className="stack">
          <h2>{t('own.archived')}</h2>
          <ul className="stack">
            {page.archived.map(({ id, label }) => (
              <li key={id} className="row">
                <span className="grow">{label}</span>
                <Form method="post">
                  <input type="hidden" name="champ" value={id} />
                  <button className="btn sm" type="submit" name="intent" value="reprendre">
                    {t('own.restore', { name: label })}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Move({ id, intent, label }: { id: string; intent: string; label: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="champ" value={id} />
      <button className="btn sm" type="submit" name="intent" value={intent} aria-label={label}>
        {intent === 'monter' ? '↑' : '↓'}
      </button>
    </Form>
  )
}
