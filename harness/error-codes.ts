/**
 * Every code of a `SimhostError`, in alphabetical order: the condition under which it is thrown, and the next step for
 * the reader. `node .ci/generate-errors.mjs` writes `docs/errors.md` from it.
 */
export const ERROR_CODES = {
  ERR_ALREADY_INJECTED: {
    when: '`host.inject(page)` was called for a page that belongs to another simulation.',
    next: 'Open a page for each simulation: `await context.newPage()`.',
  },
  ERR_ALREADY_STARTED: {
    when: '`start()` of `simhost/browser` was called twice in one page.',
    next: 'Call `stop()` of the first result before you start again.',
  },
  ERR_AMBIGUOUS_APP_FILE: {
    when: 'The folder has several `shopify.app.*.toml` files, and none is the default.',
    next: 'Name one: `--config <name>` on the command line, or set `app.clientId` in a test.',
  },
  ERR_AMBIGUOUS_TARGET: {
    when: 'The extension declares several targets, or several extensions declare the same one.',
    next: 'Name the target, and the handle if several extensions share it.',
  },
  ERR_ANSWER_NOT_GIVEN: {
    when: '`mini.answer()` arranged an answer, and the test ended before it was requested.',
    next: 'Arrange it before the Mini or its backend sends the request, or remove it.',
  },
  ERR_API_ACCESS: {
    when: 'The extension queried the Storefront API without the capability `api_access`.',
    next: 'Declare `api_access` in `shopify.extension.toml`, or stop declining it in the test.',
  },
  ERR_APP_NOT_SHOWN: {
    when: 'The app did not appear in the frame of the admin.',
    next: 'Read the reason in the message, and the requests of the app in the attachments.',
  },
  ERR_BACKEND: {
    when: 'A backend with a `command` ended, did not become ready or listens on another port.',
    next: 'Read its last output in the message, and correct the command, its folder or `ready`.',
  },
  ERR_BACKEND_ON_REAL_TIME: {
    when: 'A test moved the clock, and a backend cannot follow it.',
    next: "Let the backend follow the clock as the message shows, or set `clock: 'real'` for it.",
  },
  ERR_BAD_ACCOUNT: {
    when: 'The option `vtex.account` is not the name of a VTEX account.',
    next: 'Give the part before `.myvtex.com`, for example `acme`.',
  },
  ERR_BAD_ADMIN_SCHEMA: {
    when: 'The schema file of the Admin API is not an introspection of that API in JSON.',
    next: 'Write it again with the codegen of the app: `npm run graphql-codegen`.',
  },
  ERR_BAD_APP_FILE: {
    when: 'A `shopify.app.toml` file is not valid TOML, or holds a mistyped key.',
    next: 'Correct the line that the message names.',
  },
  ERR_BAD_BACKEND: {
    when: 'A value of the option `backends` or `--backend` is not a URL or a command.',
    next: 'Give `{url}`, `{command}` or the address as a string, for an origin such as `https://myapp.com`.',
  },
  ERR_BAD_BASELINE: {
    when: 'The baseline of an audit cannot be read.',
    next: 'Write one with `--report json=baseline.json`.',
  },
  ERR_BAD_BODY: {
    when: 'A request to the control routes of `simhost serve` has a wrong body.',
    next: 'Send the JSON that the message shows.',
  },
  ERR_BAD_CLAIM: {
    when: '`--claim` or the field `claims` cannot be read.',
    next: 'Give `key=json` on the command line, or a JSON object over HTTP.',
  },
  ERR_BAD_CONDITION: {
    when: 'A `should_render` condition of an extension returned something other than `{display: boolean}`.',
    next: 'Return `{display: true}` or `{display: false}`.',
  },
  ERR_BAD_DURATION: {
    when: 'A duration is neither a number of milliseconds nor a string such as `"6m"`.',
    next: 'Give a number, or a string such as `"90s"`, `"6m"` or `"1h30m"`.',
  },
  ERR_BAD_EXTENSION_FILE: {
    when: "`shopify.extension.toml` is not valid TOML, or Shopify's CLI would refuse its content.",
    next: 'Correct the line that the message names.',
  },
  ERR_BAD_GID: {
    when: 'A value is not a Shopify global id of the expected type.',
    next: 'Give an id such as `gid://shopify/Customer/7001`.',
  },
  ERR_BAD_ID_FILE: {
    when: 'The file of `--id-file` cannot be read or written, or holds something else.',
    next: 'Name a new file in a folder that you may write to.',
  },
  ERR_BAD_INSTANT: {
    when: 'A point in time is neither a number, a `Date` nor an ISO 8601 string.',
    next: 'Give milliseconds since 1970, a `Date`, or a string such as `"2026-11-20T12:00:00Z"`.',
  },
  ERR_BAD_INTENT: {
    when: 'An intent of `intents.invoke` or of a mount has a wrong form, or is not declared.',
    next: "Give `{action, type}` as declared, or a string: `'open:shopify/SubscriptionContract'`.",
  },
  ERR_BAD_KEY: {
    when: 'A key does not fit its algorithm.',
    next: 'Give a secret for HS256, and a private key for RS256 or ES256.',
  },
  ERR_BAD_LOCALE: {
    when: 'A locale is not a BCP 47 language tag.',
    next: 'Give a tag such as `en`, `fr` or `pt-BR`.',
  },
  ERR_BAD_LOCALE_FILE: {
    when: "A file in the extension's `locales` folder cannot be deployed by Shopify's CLI.",
    next: 'Correct the file, its name or its encoding, as the message says.',
  },
  ERR_BAD_MANIFEST: {
    when: 'The manifest of a Mini is not valid.',
    next: 'Correct the field that the message names.',
  },
  ERR_BAD_OPTION: {
    when: 'An option has a value of the wrong type or form, or two options exclude each other.',
    next: 'Give a value of the form that the message names.',
  },
  ERR_BAD_OUTPUT: {
    when: 'A function that an extension runs for a value returned a wrong one.',
    next: 'Return the form that the message names, as plain data.',
  },
  ERR_BAD_PACKAGE_FILE: {
    when: 'The `package.json` in the folder of `simhost init` is not a JSON object that it can edit.',
    next: 'Correct the file as the message says, then run `simhost init` again.',
  },
  ERR_BAD_PATH: {
    when: '`--path` of `simhost doctor` is not a path.',
    next: 'Give a path that begins with a slash, for example `--path /api/points`.',
  },
  ERR_BAD_PORT: {
    when: 'A port is not a number from 0 to 65535.',
    next: 'Give a free port, or leave the option out.',
  },
  ERR_BAD_SESSION: {
    when: "A folder holds something other than a session of VTEX's command line.",
    next: 'Name an empty or new folder with `--dir`.',
  },
  ERR_BAD_SETTING: {
    when: 'A setting of an extension has the wrong type, or breaks a validation of its field.',
    next: "Give a value that the merchant's form would accept.",
  },
  ERR_BAD_SHOP_DOMAIN: {
    when: 'The domain of a shop does not end in `.myshopify.com`.',
    next: 'Give a domain such as `acme.myshopify.com`.',
  },
  ERR_BAD_TOOL_INPUT: {
    when: '`host.tools.call` got an input that does not fit the `inputSchema` of the tool.',
    next: 'Give an input that fits the schema.',
  },
  ERR_BAD_URL: {
    when: 'The address of the backend to audit is not a URL.',
    next: 'Give the whole URL of a route, for example `http://localhost:3000/api/points`.',
  },
  ERR_BROWSER_ENDED: {
    when: 'The browser that simhost dev opened ended with an error.',
    next: 'Read its last lines. Open the printed address in your own browser, or name another one by `SIMHOST_BROWSER`.',
  },
  ERR_CASE_NOT_APPLICABLE: {
    when: 'A case cannot be sent to a backend of this profile.',
    next: 'Leave it out, or choose another profile; the message says why it does not apply.',
  },
  ERR_CASE_NOT_ARMABLE: {
    when: 'A case cannot be armed: it sends its own requests, or a line in the test arranges it.',
    next: 'Run it with `simhost audit --only <case>`, or use the line that the message shows.',
  },
  ERR_CASE_NOT_ARMED: {
    when: '`disarm` named a case that is not armed.',
    next: 'Arm the case first, or remove the call.',
  },
  ERR_CASE_NOT_A_TOKEN: {
    when: 'A token was requested with a case that does not change a token.',
    next: 'Arm the case instead: `host.arm()` or `simulation.arm()`.',
  },
  ERR_CASE_NOT_DELIVERED: {
    when: 'A test armed a case, and no token or request met it.',
    next: 'Arm it before the token or request, or remove it.',
  },
  ERR_CHECKOUT_COMPLETED: {
    when: 'An extension for the time before payment was mounted in a completed checkout.',
    next: 'Mount it before the checkout is completed, or in a separate test.',
  },
  ERR_ELEMENT_NOT_ALLOWED: {
    when: 'The extension rendered an element that its surface does not have.',
    next: 'Use one of the elements that the message lists.',
  },
  ERR_EMPTY_CART: {
    when: 'An extension for the time after payment was mounted, and the cart is empty.',
    next: 'Put a line into the cart with `host.update({checkout: {lines}})`.',
  },
  ERR_EVENT_NOT_ALLOWED: {
    when: 'The extension listens for an event that its element does not send.',
    next: 'Use an event of this element.',
  },
  ERR_EXTENSION_BUILD: {
    when: 'The extension does not build.',
    next: 'Correct the line that the message names.',
  },
  ERR_EXTENSION_FAILED: {
    when: 'The extension threw an error before its first render, or a function of it failed.',
    next: 'Correct the line that the message names.',
  },
  ERR_EXTENSION_HANGS: {
    when: "The extension's worker does not answer, or keeps the page busy, or its start does not end.",
    next: 'Look for an endless loop, or a promise that nothing resolves.',
  },
  ERR_EXTENSION_THREW: {
    when: 'The extension threw an error that the test did not expect.',
    next: 'Correct it, or expect it: `await host.errors.waitFor("its message")`.',
  },
  ERR_FOREIGN_FRAME: {
    when: 'A frame of another origin requested a token of the page around it.',
    next: 'Inject into a separate page.',
  },
  ERR_HOST_PAGE: {
    when: 'The extension fetched from the origin of the page that hosts it.',
    next: 'Fetch from the backend of your app.',
  },
  ERR_INSTALL_FAILED: {
    when: 'A command of `simhost init` that installs packages or a browser failed.',
    next: 'Read the end of its output in the message. Run the command yourself, then `simhost init` again.',
  },
  ERR_INTERNAL: {
    when: 'A control route of `simhost serve` failed.',
    next: 'Report it with the message: this is a defect of simhost.',
  },
  ERR_INTERRUPTED: {
    when: '`simhost init` was interrupted, for example by Ctrl+C. What it had started has ended.',
    next: 'Run it again: it keeps the files that are there. Or undo what the message lists.',
  },
  ERR_METHOD: {
    when: 'A control route of `simhost serve` was called with another method.',
    next: 'Send `POST`.',
  },
  ERR_MINI_BUILD: {
    when: 'The Mini does not build.',
    next: 'Run `npx vite build` in its folder, and correct what it reports.',
  },
  ERR_MINI_FAILED: {
    when: 'The Mini threw an error that the test did not expect.',
    next: 'Correct it, or expect it: `await mini.errors.waitFor("its message")`.',
  },
  ERR_MINI_OPEN: {
    when: 'A test opened a second Mini.',
    next: 'Open one Mini in each test; `page.goto()` navigates inside it.',
  },
  ERR_NETWORK_ACCESS: {
    when: 'The extension fetched without the capability `network_access`.',
    next: 'Declare `network_access` in `shopify.extension.toml`, or stop declining it in the test.',
  },
  ERR_NOTHING_TO_COPY: {
    when: '`simhost dev` was asked for a test of a request that it has not seen, or of a page that is not open.',
    next: 'Open the page, use the extension, and ask again.',
  },
  ERR_NOTHING_TO_RUN: {
    when: '`host.run` was called for a target that renders, or for a condition that does not exist.',
    next: 'Mount the target with `host.mount()`, or declare the condition.',
  },
  ERR_NOTHING_TO_SHOW: {
    when: 'A target that returns a value was mounted.',
    next: 'Run it instead: `host.run(folder, {target, input})`.',
  },
  ERR_NOTHING_TO_TEST: {
    when: '`simhost init` found no embedded app, extension, Mini, storefront or page in the folder that it can test.',
    next: 'Run it in the folder of your app, or correct the files that the message names.',
  },
  ERR_NOT_ALLOWED: {
    when: "A control route of `simhost serve` was called without the simulation's id.",
    next: 'Send `Authorization: Bearer <id>`.',
  },
  ERR_NOT_AWAITED: {
    when: 'A test ended before an assertion or wait of simhost had its result.',
    next: 'Write `await` before it.',
  },
  ERR_NOT_A_HOST_PAGE: {
    when: '`host.goto` or a `path` option names a page that the platform does not have.',
    next: 'Name one of the pages that the message lists; open other pages by `page.goto()`.',
  },
  ERR_NOT_A_PAGE: {
    when: '`simhost/browser` was started outside of a browser page.',
    next: 'In Node, use `createSimulation()` with `setupServer(...simulation.openHandlers)`.',
  },
  ERR_NOT_CHROMIUM: {
    when: 'A test with simhost runs in another browser than Chromium.',
    next: 'Use a Chromium project for tests with simhost.',
  },
  ERR_NOT_DECLARED: {
    when: 'The merchant was to decline a capability that the extension does not declare.',
    next: 'Declare it in `shopify.extension.toml`, or correct the name.',
  },
  ERR_NOT_KEPT: {
    when: 'The console of `simhost dev` asked for a request that simhost no longer keeps.',
    next: 'Do it on the page again.',
  },
  ERR_NOT_LOCALHOST: {
    when: 'A Mini was opened at an address other than `http://localhost`.',
    next: 'Open it at `http://localhost:<port>`, its origin in production.',
  },
  ERR_NOT_LOOPBACK: {
    when: 'The backend to audit is not on this machine.',
    next: 'Audit a local one, or set `allowRemote` (`--allow-remote`) if the backend is yours.',
  },
  ERR_NOT_SETTLED: {
    when: 'The page did not show the newest state within the timeout.',
    next: 'Check the cause that the message names; the page may be closed or may not answer.',
  },
  ERR_NOT_SIGNED_IN: {
    when: 'A storefront test asked for the session of a guest.',
    next: "Sign a person in before: `await storefront.signIn('ada')`.",
  },
  ERR_NOT_SIMULATED: {
    when: 'The extension used a member that simhost does not simulate.',
    next: 'See `docs/limits.md`, or report that you need it.',
  },
  ERR_NOT_STARTED: {
    when: 'An extension did not start within the timeout, or no page shows it.',
    next: 'Open the page that shows it, or allow a longer `timeout`.',
  },
  ERR_NOT_WRITTEN: {
    when: 'A report, a file of `simhost init`, the profile of a browser or a session cannot be written.',
    next: 'Free space on the disk, or choose a folder that you may write to. `TMPDIR` names another temporary folder.',
  },
  ERR_NO_ACCESS_KEY: {
    when: 'No access key was sent to this e-mail address.',
    next: 'Request one first: `POST /api/vtexid/pub/authentication/accesskey/send`.',
  },
  ERR_NO_ADDRESS: {
    when: 'A delivery extension was mounted, and the buyer has no delivery address.',
    next: 'Use a customer with an address, such as `ada`, or set one with `host.update`.',
  },
  ERR_NO_APP_SERVER: {
    when: '`simhost dev` shows an embedded app, and it is not known which command starts its server.',
    next: 'Write `commands.dev` into `shopify.web.toml`, or name it: `--backend "https://myapp.com=npm run dev"`.',
  },
  ERR_NO_APP_URL: {
    when: 'The app has no application URL for the admin to show.',
    next: 'Give the option `app.url`, or map the origin of the app in `backends`.',
  },
  ERR_NO_BACKEND: {
    when: 'A request went to an origin without a backend.',
    next: 'Add the origin to the option `backends`, or to `--backend` of `simhost dev`.',
  },
  ERR_NO_BROWSER: {
    when: 'No Chromium or Chrome was found.',
    next: 'Run `npx playwright install chromium`, or set `SIMHOST_BROWSER` to its path.',
  },
  ERR_NO_CALLBACK: {
    when: 'The extension registered a target without a function.',
    next: "Export a function as the default of the target's module.",
  },
  ERR_NO_COMMAND_TARGET: {
    when: 'An element has `commandFor` with an id that no element has.',
    next: 'Render an element with that id in the same extension.',
  },
  ERR_NO_COMPANY: {
    when: 'A target for company buyers was mounted for another customer.',
    next: "Use a company customer: `customer: 'bea'`.",
  },
  ERR_NO_CUSTOMER: {
    when: 'A customer is needed, and the buyer is a guest.',
    next: 'Use the option `customer`, or sign a person in with `host.signIn("ada")`.',
  },
  ERR_NO_DEFAULT_EXPORT: {
    when: 'The module of a target has no default export.',
    next: 'Export the function that renders: `export default async () => { … }`.',
  },
  ERR_NO_ELEMENT: {
    when: "An element is in simhost's table and has no class.",
    next: 'Report it: this is a defect of simhost.',
  },
  ERR_NO_EXTENSION_FILE: {
    when: 'The folder does not exist, or has no `shopify.extension.toml`.',
    next: 'Name the folder of an extension.',
  },
  ERR_NO_ID: {
    when: '`simhost audit --platform` needs the id of the simulation.',
    next: 'Start `simhost serve --id-file simhost.id`, and name the same file here.',
  },
  ERR_NO_MANIFEST: {
    when: 'The folder has no manifest of a Mini.',
    next: 'Name the folder of a Mini.',
  },
  ERR_NO_PLACE: {
    when: 'The checkout page has no place of this name.',
    next: 'Report it: this is a defect of simhost.',
  },
  ERR_NO_REASON: {
    when: 'A case is skipped in an audit without a reason.',
    next: "Give the reason: `--skip 'case=our proxy answers these'`.",
  },
  ERR_NO_SANDBOX_FRAME: {
    when: 'The frame that extensions start in does not load.',
    next: 'Let the frame reach the gateway: remove the route, proxy or bypass that takes it.',
  },
  ERR_NO_SESSION: {
    when: 'The folder of `simhost vtex` holds no session.',
    next: 'Sign in first: `simhost vtex login <account> --dir <folder>`.',
  },
  ERR_NO_SIGNAL: {
    when: 'The page updated a member of the API that is not a signal.',
    next: 'Report it: this is a defect of simhost.',
  },
  ERR_NO_STOREFRONT: {
    when: 'The URL belongs to a storefront that no backend serves.',
    next: 'Map its origin in the option `backends`.',
  },
  ERR_NO_SUCH_CALL: {
    when: '`calls.waitFor` found no matching call within the timeout.',
    next: 'Compare it with the calls that the message lists.',
  },
  ERR_NO_SUCH_ERROR: {
    when: '`errors.waitFor` found no matching error within the timeout.',
    next: 'Compare it with the errors that the message lists.',
  },
  ERR_NO_SUCH_LOG: {
    when: '`logs.waitFor` found no matching console line within the timeout.',
    next: 'Compare it with the lines that the message lists.',
  },
  ERR_NO_SUCH_REQUEST: {
    when: '`requests.waitFor` found no matching request within the timeout.',
    next: 'Compare it with the requests that the message lists.',
  },
  ERR_NO_TOOL_RESULT: {
    when: 'A tool of an extension was not registered in time, or did not end.',
    next: 'Call `shopify.tools.register` with its name, or look for a promise that does not resolve.',
  },
  ERR_NO_VITE: {
    when: 'The Mini has no `vite` installed.',
    next: 'Run `npm install` in its folder.',
  },
  ERR_NO_WEBHOOK: {
    when: 'A test sends a webhook that the app would not get: it has no subscription to the topic, or is not installed.',
    next: 'Declare the topic in `[webhooks]` of `shopify.app.toml` or in `app.webhooks`, or subscribe by the Admin API.',
  },
  ERR_NO_WORKER_SCRIPT: {
    when: "The script of MSW's service worker is missing.",
    next: 'Run `npx msw init <public dir>`, or give `start()` its `workerUrl`.',
  },
  ERR_ORIGIN_NEEDS_GATEWAY: {
    when: '`simhost dev` was started with an origin that only the gateway of a test can give.',
    next: 'Leave `origin` out, or set it in a test: `test.use({origin})`.',
  },
  ERR_OWN_SESSION: {
    when: '`--dir` names the folder of your own VTEX login.',
    next: 'Name another folder, for example `--dir .vtex-test/session`.',
  },
  ERR_PAGE_CRASHED: {
    when: 'The simulated page failed.',
    next: 'Report it with the message: this is a defect of simhost.',
  },
  ERR_PAGE_GONE: {
    when: 'The page was closed or left, or its browser ended, before a call had its result.',
    next: 'Keep the page open until the call has resolved.',
  },
  ERR_PEER_MISSING: {
    when: 'A package that simhost needs is missing, or has another version.',
    next: 'Install it with the command that the message shows.',
  },
  ERR_PLATFORM: {
    when: 'The platform of `--platform` did not give out a token.',
    next: 'Check that `simhost serve` runs at that address, and that the id is its own.',
  },
  ERR_PLURAL_WITHOUT_COUNT: {
    when: 'A translation with plural forms was used without a matching count.',
    next: 'Call `translate(key, {count})`, and give the key the form `other`.',
  },
  ERR_PORT_BUSY: {
    when: 'Another program uses the port.',
    next: 'Name another one with `--port`, or `--port 0` for any free port.',
  },
  ERR_PROPERTY_NOT_ALLOWED: {
    when: 'The extension set a property that its element does not have.',
    next: 'Use a property of this element.',
  },
  ERR_PROXY_IN_USE: {
    when: 'The Playwright option `proxy` is set, and simhost needs it for the gateway.',
    next: 'Remove `proxy` from the config of tests with simhost.',
  },
  ERR_RELATIVE_URL: {
    when: 'The extension fetched a relative URL.',
    next: 'Give an absolute URL, such as `https://myapp.com/api`.',
  },
  ERR_SCRIPT_NOT_FETCHED: {
    when: "The extension's script could not be fetched.",
    next: 'Check that no route of the test takes it.',
  },
  ERR_SCRIPT_URL: {
    when: 'An element got a `javascript:` URL.',
    next: 'Handle the click event in the extension instead.',
  },
  ERR_SECRET_IN_BROWSER: {
    when: 'A client secret reached simhost in a browser.',
    next: 'Mint in Node, or leave the secret out to use the published test secret.',
  },
  ERR_SECRET_IN_EXTENSION: {
    when: "The extension's script would contain a secret from the environment.",
    next: 'Do in the backend what needs the secret.',
  },
  ERR_SEVERAL_SURFACES: {
    when: '`simhost dev` got extensions of surfaces that do not share a page.',
    next: 'Run `simhost dev` once for each folder.',
  },
  ERR_SIMHOST_REFUSED: {
    when: 'A backend called a host that neither the platform nor an allowed address has.',
    next: 'Answer the request with `simulation.use`, or allow the host.',
  },
  ERR_STOPPED: {
    when: 'An extension called the page after it was removed.',
    next: 'Ignore it, or keep the extension mounted.',
  },
  ERR_STOREFRONT_API: {
    when: 'The Storefront API answered with a failure.',
    next: 'Read the answer in the message.',
  },
  ERR_STOREFRONT_TOKEN: {
    when: 'The page had no token for the Storefront API, as in the case `host-storefront-no-token`.',
    next: 'Catch the error `StorefrontMissingToken`, and ask once more.',
  },
  ERR_STRICT_NOTICE: {
    when: 'The option `strict` made a notice a failure.',
    next: "Correct the cause, or take the notice's code out of `strict`.",
  },
  ERR_TAB_CRASHED: {
    when: "The browser ended the process of the test's page, often because memory ran out.",
    next: 'Look for code that keeps allocating memory. In a container, use `--ipc=host`.',
  },
  ERR_TARGET_NOT_REGISTERED: {
    when: "The extension's script did not register its target.",
    next: 'Call `shopify.extend(target, callback)`, or export a default function.',
  },
  ERR_TARGET_NOT_SIMULATED: {
    when: 'The target is not one that simhost simulates.',
    next: 'Use one of the targets that the message lists; see `docs/limits.md`.',
  },
  ERR_TESTS_RED: {
    when: 'A test that `simhost init` wrote is red.',
    next: 'Run `npx playwright test`, and correct what it reports.',
  },
  ERR_TOOL_FAILED: {
    when: 'A tool of an extension threw an error when the test called it.',
    next: 'Read what it threw in the message, with the source line.',
  },
  ERR_TREE: {
    when: 'The extension sent a change of its tree that cannot be applied.',
    next: 'Report it with the message: either the SDK or simhost has a defect.',
  },
  ERR_UNKNOWN_ACCOUNT: {
    when: 'No VTEX account has this name.',
    next: 'Use one of the accounts that the message lists, or add it to the option `vtex`.',
  },
  ERR_UNKNOWN_ADMIN: {
    when: 'No VTEX admin has this name.',
    next: 'Use one of the names that the message lists, or add it to `vtex.admins`.',
  },
  ERR_UNKNOWN_APP_CONFIG: {
    when: 'No app configuration has this name.',
    next: 'Use one of the names that the message lists.',
  },
  ERR_UNKNOWN_APP_KEY: {
    when: 'No VTEX app key has this name.',
    next: 'Use one of the names that the message lists, or add it to `vtex.appKeys`.',
  },
  ERR_UNKNOWN_ASK: {
    when: 'The page requested a change of the checkout that simhost does not know.',
    next: 'Report it: this is a defect of simhost.',
  },
  ERR_UNKNOWN_BUYER_ACTION: {
    when: 'The page requested a buyer action that simhost does not know.',
    next: 'Report it: this is a defect of simhost.',
  },
  ERR_UNKNOWN_CASE: {
    when: 'No case has this id.',
    next: 'Use the id that the message suggests; `simhost cases` lists all.',
  },
  ERR_UNKNOWN_COMMAND: {
    when: 'No command has this name: of simhost, of its prompt or of an element.',
    next: 'Use one of the commands that the message lists.',
  },
  ERR_UNKNOWN_CUSTOMER: {
    when: 'No customer has this name.',
    next: 'Use one of the names that the message lists, `null` for a guest, or an object with an `id`.',
  },
  ERR_UNKNOWN_EXTENSION: {
    when: 'No extension of the folder has this handle.',
    next: 'Use one of the handles that the message lists.',
  },
  ERR_UNKNOWN_FIELD: {
    when: 'A resolver of a test names a field that its type does not have, in any version of the APIs.',
    next: 'Use the nearest name, or look the field up on shopify.dev.',
  },
  ERR_UNKNOWN_METHOD: {
    when: 'The extension called a method that its element does not have.',
    next: 'Use a method of this element.',
  },
  ERR_UNKNOWN_OPTION: {
    when: 'An option does not exist.',
    next: 'Use the name that the message suggests.',
  },
  ERR_UNKNOWN_PATH: {
    when: '`simhost serve` has no control route at this path.',
    next: 'Use one of the paths that the message lists.',
  },
  ERR_UNKNOWN_PERSON: {
    when: 'No VTEX user has this name or e-mail address.',
    next: 'Use one of the names that the message lists, or add the user to the options.',
  },
  ERR_UNKNOWN_PLATFORM_URL: {
    when: 'The extension fetched a `shopify:` URL that its target does not have.',
    next: 'Use one of the URLs that the message lists.',
  },
  ERR_UNKNOWN_PROFILE: {
    when: 'No profile has this name.',
    next: 'Use one of the profiles that the message lists.',
  },
  ERR_UNKNOWN_QUESTION: {
    when: 'A page asked `simhost/browser` for something that it does not answer.',
    next: 'Use `shopify.idToken()`, `shopify.sessionToken.get()` or `shopify.generateUserToken()`.',
  },
  ERR_UNKNOWN_REPORT: {
    when: 'No report format has this name.',
    next: 'Use one of the formats that the message lists.',
  },
  ERR_UNKNOWN_ROLE: {
    when: 'License Manager has no role of this name.',
    next: 'Use one of the roles that the message lists, or define it in `vtex.roles`.',
  },
  ERR_UNKNOWN_SETTING: {
    when: 'The extension does not declare this setting.',
    next: 'Declare it in `[[extensions.settings.fields]]`, or leave it out.',
  },
  ERR_UNKNOWN_STAFF: {
    when: 'No staff member of the shop has this name.',
    next: 'Use one of the names that the message lists.',
  },
  ERR_UNKNOWN_TARGET: {
    when: 'The extension does not declare this target.',
    next: 'Use one of the targets that the message lists.',
  },
  ERR_UNKNOWN_TOKEN_KIND: {
    when: 'No token kind has this name.',
    next: 'Use one of the kinds that the message lists.',
  },
  ERR_UNKNOWN_TOOL: {
    when: 'No mounted extension declares the tool that `host.tools.call` names.',
    next: 'Mount the extension first, and use a name of its file of tools.',
  },
  ERR_UNKNOWN_TRANSLATION: {
    when: 'The extension has no translation for this key.',
    next: 'Add the key to its locale files.',
  },
  ERR_UNKNOWN_TYPE: {
    when: 'A resolver of a test names a type that Shopify’s GraphQL APIs do not have, in any version.',
    next: 'Use the nearest name, for example `Product`.',
  },
  ERR_UNKNOWN_VARIANT: {
    when: 'A case has no variant of this name.',
    next: 'Use one of the variants that the message lists, or leave it out.',
  },
  ERR_UNRESOLVED_IMPORT: {
    when: 'An import of the extension cannot be resolved, or is a module of Node.',
    next: 'Install the package, correct the path, or move the code to the backend.',
  },
  ERR_USAGE: {
    when: 'A command got an argument that it does not take, or lacks one.',
    next: 'Run it with `--help`.',
  },
  ERR_VTEX_LOGIN: {
    when: 'The login to the simulated VTEX failed or timed out.',
    next: 'Start the login again, or name the user with `--as`.',
  },
  ERR_WATCH: {
    when: "The system's limit of watched files is reached.",
    next: 'Raise it, for example `fs.inotify.max_user_watches` on Linux.',
  },
  ERR_WORKER_NOT_STARTED: {
    when: "MSW's service worker did not start.",
    next: 'Renew its script with `npx msw init <public dir>`; serve the page from https or localhost.',
  },
} as const;

/** The stable code of an error, for example `ERR_UNKNOWN_TARGET`. `docs/errors.md` explains each. */
export type ErrorCode = keyof typeof ERROR_CODES;
