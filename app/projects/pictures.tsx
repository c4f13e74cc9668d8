import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { projects } from '#server/projects/permissions.ts'
import { addPicture } from '#server/projects/picture/add-picture.server.ts'
import { changePicture } from '#server/projects/picture/change-picture.server.ts'
import { pictureWords } from '#server/projects/picture/picture.schema.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Field } from '../ui/field.tsx'
import { uploaded } from '../upload.server.ts'
import { faultOf } from './project-form.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:write'])
  const record = await answering(args, async () => getProject(ctx, recordId(args.params.id)))
  return {
    project: record.title,
    home: `/${ctx.network.slug}/bureau/projets/${record.id}`,
    published: record.publishedAt !== null,
    pictures: record.pictures.map(({ file, alt, credit }) => ({
      file,
      src: `/${ctx.network.slug}/fichiers/${file}`,
      alt,
      credit,
    })),
    title: `${i18nFor(ctx.locale).t('projects:pictures.title')} — ${record.title}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, projects['project:write'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const home = `/${ctx.network.slug}/bureau/projets/${id}`
    await getProject(ctx, id)
    let typed: { alt: string; credit: string } | null = null
    let described: string | null = null
    try {
      const { form, upload } = await uploaded(args)
      const removed = form.get('retirer')
      if (removed) {
        await changePicture(ctx, id, recordId(String(removed)), null)
        return redirect(`${home}?fait=image_retiree#images`)
      }
      typed = { alt: String(form.get('alt') ?? ''), credit: String(form.get('credit') ?? '') }
      described = form.has('decrire') ? String(form.get('decrire')) : null
      const words = pictureWords.safeParse(typed)
      if (!words.success) {
        const { path, message } = words.error.issues[0]!
        return data(
          { file: null, field: String(path[0]), fault: message, typed, of: described },
          { status: 422 },
        )
      }
      if (described) await changePicture(ctx, id, recordId(described), words.data)
      else if (upload) await addPicture(ctx, id, upload, words.data)
      else throw fileRefused('missing')
    } catch (error) {
      const file = refusalOf(error)
      const fault = file ? null : faultOf(error)
      const status = file === 'too_large' ? 413 : 422
      const [field, code] = fault
        ? Object.entries(fault).map(([key, { code }]) => [key, code])[0]!
        : [null, null]
      return data(
        { file, field: field === 'picture' ? 'file' : field, fault: code, typed, of: described },
        { status },
      )
    }
    return redirect(`${home}?fait=image#images`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const IMAGES = '.jpg,.jpeg,.png,.webp'

export default function Pictures() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('projects')
  const fresh = refused && !refused.of ? refused : null
  const fileFault = fresh?.file
    ? t(`kernel:files.refused.${fresh.file}`)
    : fresh?.field === 'file'
      ? t(`faults.${fresh.fault}`)
      : undefined
  return (
    <>
      <nav className="small" aria-label={t('page.breadcrumb')}>
        <Link to={page.home}>{page.project}</Link>
      </nav>
      <h1>{t('pictures.title')}</h1>
      <p className="lead">{t(page.published ? 'pictures.seenNow' : 'pictures.seenLater')}</p>
      <ul className="plain">
        {page.pictures.map(({ file, src, alt, credit }) => (
          <li key={file} className="card project">
            <img src={src} alt={alt} width={132} height={99} />
            <div className="stack">
              <Form method="post" encType="multipart/form-data" className="stack">
                <input type="hidden" name="decrire" value={file} />
                <Words
                  alt={refused?.of === file && refused.typed ? refused.typed.alt : alt}
                  credit={refused?.of === file && refused.typed ? refused.typed.credit : credit}
                  refused={refused?.of === file ? refused : null}
                />
                <button className="btn sm" type="submit">
                  {t('save')}
                </button>
              </Form>
              <Form method="post" encType="multipart/form-data">
                <input type="hidden" name="retirer" value={file} />
                <button
                  className="btn sm"
                  type="submit"
                  aria-label={t('pictures.removeNamed', { name: alt })}
                >
                  {t('pictures.remove')}
                </button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
      <Form
        key={page.pictures.length}
        method="post"
        encType="multipart/form-data"
        className="card stack narrow"
      >
        <h2>{t('pictures.add')}</h2>
        <Field name="fichier" label={t('pictures.file')} hint={t('pictures.fileHint')} fault={fileFault}>
          {(attributes) => <input {...attributes} type="file" name="fichier" accept={IMAGES} />}
        </Field>
        <Words alt={fresh?.typed?.alt ?? ''} credit={fresh?.typed?.credit ?? ''} refused={fresh} />
        <button className="btn primary" type="submit">
          {t('pictures.send')}
        </button>
      </Form>
    </>
  )
}

type Refused = { field: string | null; fault: string | null } | null

function Words({ alt, credit, refused }: { alt: string; credit: string; refused: Refused }) {
  const { t } = useTranslation('projects')
  const fault = (name: string) => (refused?.field === name ? t(`faults.${refused.fault}`) : undefined)
  return (
    <>
      <Field label={t('pictures.alt')} hint={t('pictures.altHint')} fault={fault('alt')}>
        {(attributes) => <input {...attributes} name="alt" defaultValue={alt} />}
      </Field>
      <Field label={t('pictures.credit')} fault={fault('credit')} optional>
        {(attributes) => <input {...attributes} name="credit" defaultValue={credit} />}
      </Field>
    </>
  )
}
