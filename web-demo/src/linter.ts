/** The one door to the linter's package: everything the page knows about a request comes through here. */
export { addFacts, explain, Form, fix as fixAll, init as ready, secrets as secretsIn } from 'acklint'
