import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  declarationInput,
  declareInterests,
  getDeclaration,
} from '#server/dispositifs/instruction/declare-interests.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { FaultNote } from '../told.tsx'
import { listOf, readInput, refusalOf, textOf } from './read-input.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const found = await answering(args, async () => getDeclaration(ctx, recordId(args.params.session)))
  const { t } = i18nFor(ctx.locale)
  return {
    home: `/${ctx.network.slug}/espace/instruction`,
    title: t('dispositifs:jury.declare.title', { code: found.code, session: found.name }),
    groups: [
      {
        key: 'all',
        label: t('dispositifs:jury.field.organisations'),
        choices: found.organisations.map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
    values: {
      organisations: found.said.map(({ id }) => id),
      nature: found.said[0]?.nature ?? '',
      persons: found.persons,
      none: found.declaredAt !== null && found.said.length === 0 && found.persons === '',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const form = await submitted(args)
  const session = await answering(args, async () => recordId(args.params.session))
  const values = {
    ...{ organisations: listOf(form, 'organisations'), nature: textOf(form, 'nature') },
    ...{ persons: textOf(form, 'persons'), none: form.get('none') === 'oui' },
  }
  const read = readInput(declarationInput, values)
  if (!read.input) return data({ values, faults: read.faults, code: null, said: {} }, { status: 422 })
  try {
    await declareInterests(ctx, session, read.input)
    return redirect(`/${ctx.network.slug}/espace/instruction?fait=liens-declares`)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ values, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const NAMES = ['organisations', 'nature', 'persons', 'none'] as const
const NONE: Record<string, string> = {}

export default function Declaration() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const saving = useNavigation().state !== 'idle'
  const values = refused?.values ?? page.values
  const faults: Record<string, string> = refused?.faults ?? NONE
  const fault = (name: string) => (faults[name] ? t(`faults.${faults[name]}`) : undefined)
  const wrong = NAMES.filter((name) => faults[name])
  return (
    <div className="wrap page">
      <nav className="small" aria-label={t('jury.own.title')}>
        <Link to={page.home}>{t('jury.own.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="lead">{t('jury.declare.lead')}</p>
      <FaultNote refused={refused} />
      <Form method="post" className="stack form" noValidate>
        <KeptTyping />
        <ErrorSummary
          title={t('refused', { count: wrong.length })}
          faults={wrong.map((name) => ({ name, label: t(`jury.declare.${name}`) }))}
          refusal={faults}
        />
        <fieldset className="card stack">
          <legend>{t('jury.declare.links')}</legend>
          <MultiSelect
            name="organisations"
            label={t('jury.declare.organisations')}
            hint={t('jury.declare.organisationsHint')}
            chosen={values.organisations}
            groups={page.groups}
            fault={fault('organisations')}
          />
          <Field
            name="nature"
            label={t('jury.declare.nature')}
            hint={t('jury.declare.natureHint')}
            fault={fault('nature')}
            optional
          >
            {(attributes) => (
              <input {...attributes} name="nature" defaultValue={values.nature} maxLength={500} />
            )}
          </Field>
          <Field
            name="persons"
            label={t('jury.declare.persons')}
            hint={t('jury.declare.personsHint')}
            fault={fault('persons')}
            optional
          >
            {(attributes) => (
              <textarea
                {...attributes}
                name="persons"
                rows={3}
                defaultValue={values.persons}
                maxLength={2000}
              />
            )}
          </Field>
        </fieldset>
        <label className="check" id="none">
          <input type="checkbox" name="none" value="oui" defaultChecked={values.none} />
          <span>{t('jury.declare.none')}</span>
        </label>
        {fault('none') ? <p className="fault">{fault('none')}</p> : null}
        <div className="row">
          <button className="btn primary" type="submit" disabled={saving}>
            {t('jury.declare.send')}
          </button>
          <Link className="btn quiet" to={page.home}>
            {t('cancel')}
          </Link>
        </div>
      </Form>
    </div>
  )
}
