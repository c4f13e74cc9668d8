import common from './en/common.json'
import crm from './en/crm.json'
import directory from './en/directory.json'
import identity from './en/identity.json'
import notifications from './en/notifications.json'
import portal from './en/portal.json'

export const messages = { common, crm, directory, identity, notifications, portal }
