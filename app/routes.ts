import { index, layout, prefix, type RouteConfig, route } from '@remix-run/route-config'

/** The map of the product: one line a page, French address -> module. */
export default [
  layout('portal/portal-layout.tsx', [
    index('portal/home.tsx'),
    route('annuaire', 'directory/national-directory.tsx'),
    route('connexion', 'identity/sign-in.tsx'),
    route('connexion/lien', 'identity/ask-sign-in-link.tsx'),
    route('connexion/lien/:token', 'identity/use-sign-in-link.tsx'),
    route('connexion/oubli', 'identity/ask-reset-link.tsx'),
    route('connexion/oubli/:token', 'identity/reset-password.tsx'),
    route('compte/adresse/:token', 'identity/confirm-address.tsx'),
    layout('identity/account-layout.tsx', [
      route('compte', 'identity/profile.tsx'),
      route('compte/mot-de-passe', 'identity/password.tsx'),
      route('compte/adresse', 'identity/address.tsx'),
      route('compte/sessions', 'identity/sessions.tsx'),
    ]),
    route('glossaire', 'portal/glossary.tsx'),
    route('dev/ui', 'dev/ui/page.tsx'),
  ]),
  route('compte/deconnexion', 'identity/sign-out.tsx'),
  route('compte/langue', 'identity/choose-language.tsx'),
  ...prefix(':network', [
    layout('portal/network-layout.tsx', [
      index('portal/network-home.tsx'),
      route('annuaire', 'directory/network-directory.tsx'),
      route('annuaire/:slug', 'directory/organisation.tsx'),
    ]),
    route('fichiers/:file', 'kernel/file.tsx'),
    route('bureau', 'crm/desk-layout.tsx', [
      index('crm/desk-home.tsx'),
      route('communes', 'crm/communes.tsx'),
      route('structures', 'crm/organisations.tsx'),
      route('structures/nouvelle', 'crm/new-organisation.tsx'),
      route('structures/:id', 'crm/organisation.tsx'),
      route('structures/:id/modifier', 'crm/edit-organisation.tsx'),
      route('structures/:id/pieces', 'crm/attachments.tsx'),
      route('structures/exporter', 'crm/export-organisations.tsx'),
      route('travaux', 'kernel/works.tsx'),
      route('travaux/:work', 'kernel/work.tsx'),
      route('taches', 'kernel/tasks.tsx'),
      route('journal', 'kernel/journal.tsx'),
      route('journal/exporter', 'kernel/journal-export.tsx'),
      route('service', 'kernel/status.tsx'),
    ]),
  ]),
  route('*', 'portal/not-found.tsx'),
] satisfies RouteConfig
