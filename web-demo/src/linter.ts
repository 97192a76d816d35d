/** The one door to the linter's package: everything the page knows about a request comes through here. */
import { init } from 'acklint'
import module from 'acklint/acklint_bg.wasm?url'

export { addFacts, explain, Form, fix as fixAll, secrets as secretsIn } from 'acklint'

export const ready = () => init(new URL(module, document.baseURI))
