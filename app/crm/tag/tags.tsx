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
import { findTags, type TagLine } from '#server/crm/tag/find-tags.server.ts'
import { TAG_COLOURS, tagInput } from '#server/crm/tag/tag.schema.ts'
import { changeTag, createTag, deleteTag, mergeTags } from '#server/crm/tag/write-tag.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  return {
    tags: await answering(args, () => findTags(ctx)),
    list: `/${ctx.network.slug}/bureau/structures`,
    mayAdd: may(ctx, crm['organisation:write']),
    mayManage: may(ctx, crm['organisation:correct']),
    title: i18nFor(ctx.locale).t('crm:tags.title'),
  }
}

type Refused = { item: string; fault: string; name: string; colour: string }

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const form = await submitted(args)
  const said = (name: string) => String(form.get(name) ?? '')
  const intent = said('intent')
  const here = `/${ctx.network.slug}/bureau/etiquettes`
  return answering(args, async () => {
    if (intent === 'fusionner') {
      await mergeTags(ctx, recordId(said('etiquette')), recordId(said('vers')))
      return redirect(`${here}?fait=fusionnee`)
    }
    if (intent === 'supprimer') {
      await deleteTag(ctx, recordId(said('etiquette')))
      return redirect(`${here}?fait=supprimee`)
    }
    if (intent !== 'creer' && intent !== 'changer') throw data(null, { status: 400 })
    const typed = { item: said('etiquette'), name: said('nom'), colour: said('couleur') }
    const refused = (fault: string, status: number) => data<Refused>({ ...typed, fault }, { status })
    const input = tagInput.safeParse({ name: typed.name, colour: typed.colour })
    if (!input.success) return refused(input.error.issues[0]!.message, 422)
    try {
      if (intent === 'creer') await createTag(ctx, input.data)
      else await changeTag(ctx, recordId(typed.item), input.data)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'crm.tag_taken') throw error
      return refused('tag_taken', 409)
    }
    return redirect(`${here}?fait=${intent === 'creer' ? 'creee' : 'changee'}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const DONE = ['creee', 'changee', 'fusionnee', 'supprimee']

export default function Tags() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const done = useDone()
  return (
    <>
      <h1>{t('tags.title')}</h1>
      <p className="lead">{t('tags.about')}</p>
      <VisibleBy who="team" />
      {done && DONE.includes(done) ? (
        <p className="notice ok" role="status">
          {t(`tags.done.${done}`)}
        </p>
      ) : null}
      {page.mayAdd ? (
        <section className="card stack">
          <h2>{t('tags.new')}</h2>
          <TagForm
            key={page.tags.length}
            intent="creer"
            refused={refused?.item === '' ? refused : undefined}
          />
        </section>
      ) : null}
      {page.tags.length === 0 ? <p className="empty">{t('tags.empty')}</p> : null}
      <ul className="stack">
        {page.tags.map((tag) => (
          <li key={tag.id} className="card stack">
            <div className="row">
              <span className={`tag hue-${tag.colour}`}>{tag.name}</span>
              <Link to={`${page.list}?etiquette=${tag.id}`}>
                {t('tags.worn', { count: tag.organisations })}
              </Link>
            </div>
            {page.mayManage ? (
              <ManageTag
                tag={tag}
                tags={page.tags}
                refused={refused?.item === tag.id ? refused : undefined}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function ManageTag({ tag, tags, refused }: { tag: TagLine; tags: TagLine[]; refused?: Refused }) {
  const { t } = useTranslation('crm')
  const { name } = tag
  return (
    <details open={refused !== undefined}>
      <summary>{t('tags.change', { name })}</summary>
      <div className="stack">
        <TagForm key={`${name}${tag.colour}`} intent="changer" tag={tag} refused={refused} />
        {tags.length > 1 ? (
          <Form method="post" className="row">
            <input type="hidden" name="etiquette" value={tag.id} />
            <Field label={t('tags.merge')} hint={t('tags.mergeHint')}>
              {(attributes) => (
                <select {...attributes} name="vers" required defaultValue="">
                  <option value="">{t('tags.choose')}</option>
                  {tags
                    .filter(({ id }) => id !== tag.id)
                    .map((other) => (
                      <option key={other.id} value={other.id}>
                        {other.name}
                      </option>
                    ))}
                </select>
              )}
            </Field>
            <ConfirmSubmit
              name="intent"
              value="fusionner"
              label={t('tags.mergeDo')}
              question={t('tags.mergeQuestion', { name })}
              consequence={t('tags.mergeConsequence', { name })}
            />
          </Form>
        ) : null}
        <Form method="post">
          <input type="hidden" name="etiquette" value={tag.id} />
          <ConfirmSubmit
            name="intent"
            value="supprimer"
            danger
            label={t('tags.delete')}
            question={t('tags.deleteQuestion', { name })}
            consequence={t('tags.deleteConsequence')}
          />
        </Form>
      </div>
    </details>
  )
}

function TagForm({ intent, tag, refused }: { intent: string; tag?: TagLine; refused?: Refused }) {
  const { t } = useTranslation('crm')
  const chosen = refused?.colour ?? tag?.colour ?? 'grey'
  return (
    <Form method="post" className="row">
      <input type="hidden" name="intent" value={intent} />
      {tag ? <input type="hidden" name="etiquette" value={tag.id} /> : null}
      <Field label={t('tags.name')} fault={refused ? t(`faults.${refused.fault}`) : undefined}>
        {(attributes) => (
          <input
            {...attributes}
            name="nom"
            required
            maxLength={60}
            autoComplete="off"
            defaultValue={refused?.name ?? tag?.name ?? ''}
          />
        )}
      </Field>
      <Field label={t('tags.colour')}>
        {(attributes) => (
          <select {...attributes} name="couleur" defaultValue={chosen}>
            {TAG_COLOURS.map((colour) => (
              <option key={colour} value={colour}>
                {t(`tags.hue.${colour}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button className="btn" type="submit">
        {t(tag ? 'save' : 'tags.create')}
      </button>
    </Form>
  )
}
