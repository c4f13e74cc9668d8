import common from './fr/common.json'
import directory from './fr/directory.json'
import portal from './fr/portal.json'

export const messages = { common, directory, portal }
