import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useFetcher, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { portal } from '#server/portal/permissions.ts'
import { discardDraft } from '#server/portal/text/discard-draft.server.ts'
import { getWrittenText } from '#server/portal/text/get-written-text.server.ts'
import { htmlOf } from '#server/portal/text/markdown.server.ts'
import { publishText } from '#server/portal/text/publish-text.server.ts'
import { saveDraft } from '#server/portal/text/save-draft.server.ts'
import { textInput, textName } from '#server/portal/text/text.schema.ts'
import { PATHS } from '#server/portal/text/text.ts'
import { undoText } from '#server/portal/text/undo-text.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Field } from '../ui/field.tsx'
import { useDone } from '../ui/use-done.ts'
import { useTyping } from './use-typing.ts'
import { Written } from './written.tsx'

function nameIn(args: LoaderFunctionArgs) {
  const locale = new URL(args.request.url).searchParams.get('langue') ?? 'fr'
  const parsed = textName.safeParse({ key: args.params.text, locale })
  if (!parsed.success) throw data(null, { status: 404 })
  return parsed.data
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, portal['site:edit'])
  const name = nameIn(args)
  const text = await answering(args, () => getWrittenText(ctx, name))
  const slug = ctx.network?.slug ?? ''
  const when = moments(ctx.locale, ctx.network?.timeZone ?? 'Europe/Paris', 'long')
  return {
    ...name,
    body: text.body,
    missing: text.missing,
    isDraft: text.isDraft,
    publishedOn: text.publishedAt ? when.format(text.publishedAt) : null,
    html: htmlOf(text.body, name.key === 'home' || name.key === 'networks' ? 3 : 2),
    heading: i18nFor(ctx.locale).t(`portal:text.${name.key}`),
    slug,
    publicPath: name.key === 'networks' ? '/' : `/${slug}${PATHS[name.key]}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, portal['site:edit'])
  const name = nameIn(args)
  const form = await submitted(args)
  const intent = String(form.get('intent') ?? '')
  const body = String(form.get('body') ?? '')
  const parsed = textInput.safeParse({ ...name, body })
  if (!parsed.success) return data({ body, fault: 'too_long' }, { status: 422 })
  const acts: Record<string, () => Promise<unknown>> = {
    brouillon: () => saveDraft(ctx, parsed.data),
    frappe: () => saveDraft(ctx, parsed.data),
    publier: () => publishText(ctx, parsed.data),
    annuler: () => undoText(ctx, name),
    abandonner: () => discardDraft(ctx, name),
  }
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
  if (!act) throw data(null, { status: 400 })
  return answering(args, async () => {
    await act()
    if (intent === 'frappe') return data({ body, fault: null })
    const asked = new URLSearchParams({ langue: name.locale, fait: intent })
    return redirect(`/${ctx.network?.slug}/bureau/site/textes/${name.key}?${asked}`)
  })
}

const DONE = ['publier', 'annuler', 'abandonner']

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.heading }]

/** Each language has its editor: what is typed in one is never kept as the other. */
export default function EditText() {
  const page = useLoaderData<typeof loader>()
  return <Editor key={`${page.key}.${page.locale}`} page={page} />
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Editor({ page }: { page: Page }) {
  const done = useDone()
  const refused = useActionData<typeof action>()
  const location = useLocation()
  const keeping = useFetcher<typeof action>()
  const here = `/${page.slug}/bureau/site/textes/${page.key}?langue=${page.locale}`
  const typing = useTyping(here, (body) =>
    keeping.submit({ intent: 'frappe', body }, { method: 'post', action: here }),
  )
  const { t } = useTranslation('portal')
  const other = page.locale === 'fr' ? 'en' : 'fr'
  return (
    <>
      <p className="small">
        <Link to={`/${page.slug}/bureau/site`}>{t('desk:site.backToSite')}</Link>
      </p>
      <h1>
        {t('desk:site.editTextHeading', {
          text: page.heading,
          language: t(`desk:site.language.${page.locale}`),
        })}
      </h1>
      <p className="row">
        <Link className="btn sm" to={`?langue=${other}`}>
          {t('desk:site.writeIn', { language: t(`desk:site.language.${other}`) })}
        </Link>
        <a className="btn sm quiet" href={`${page.publicPath}?lng=${page.locale}`}>
          {t('desk:site.seePublic')}
        </a>
      </p>
      {done ? (
        <p className="notice ok" role="status">
          {t(`desk:site.textDone.${DONE.includes(done) ? done : 'brouillon'}`)}
          {done === 'annuler' && page.isDraft ? ` ${t('desk:site.draftBelow')}` : ''}
        </p>
      ) : null}
      <div className="cols halves">
        <Form method="post" className="stack" onSubmit={typing.forget}>
          <Field
            label={t('desk:site.yourText')}
            hint={t('desk:site.markdownHint')}
            {...(refused?.fault ? { fault: t('desk:site.refusal.too_long') } : {})}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                // Anew at each answer, and never while one types: what is kept meanwhile changes no address.
                key={location.key}
                name="body"
                rows={18}
                lang={page.locale}
                defaultValue={refused?.body ?? page.body}
                onChange={(event) => typing.wrote(event.currentTarget.value)}
              />
            )}
          </Field>
          <p className="row">
            <button className="btn primary" type="submit" name="intent" value="publier">
              {t('desk:site.publishText')}
            </button>
            <button className="btn" type="submit" name="intent" value="brouillon">
              {t('desk:site.saveDraft')}
            </button>
            {page.isDraft ? (
              <button className="btn quiet" type="submit" name="intent" value="abandonner">
                {t('desk:site.discardDraft')}
              </button>
            ) : null}
            {page.publishedOn ? (
              <button className="btn quiet" type="submit" name="intent" value="annuler">
                {t('desk:site.undoText')}
              </button>
            ) : null}
          </p>
          <p className="small muted" aria-live="polite">
            {page.isDraft ? t(keeping.data ? 'desk:site.draftKept' : 'desk:site.draftWaits') : null}{' '}
            {page.publishedOn
              ? t('desk:site.publishedOn', { date: page.publishedOn })
              : t('desk:site.defaultShown')}
          </p>
        </Form>
        <section className="card stack" aria-labelledby="apercu" lang={page.locale}>
          <h2 id="apercu">{t('desk:site.preview')}</h2>
          <Written html={page.html} missing={page.missing} />
        </section>
      </div>
    </>
  )
}
