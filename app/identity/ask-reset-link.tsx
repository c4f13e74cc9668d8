import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { i18nFor } from '../i18n.server.ts'
import { askLinkAction } from './ask-link.server.ts'
import { AskLinkPage } from './ask-link-page.tsx'

export const loader = ({ context: { context } }: LoaderFunctionArgs) => ({
  title: i18nFor(context.locale).t('identity:reset.title'),
})

export const action = (args: ActionFunctionArgs) => askLinkAction(args, 'reset')

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export default function AskResetLink() {
  const { t } = useTranslation('identity')
  const words = { title: t('reset.title'), text: t('reset.text'), submit: t('reset.submit') }
  return <AskLinkPage words={words} />
}
