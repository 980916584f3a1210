/** Latin fonts stand first: a Chinese one has wide quotation marks. */
export const FONT =
  'medium/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'

/**
 * The styles of all drawings. Sizes are in em of the user's own text size (`medium`), since pages change the root's. A
 * constructed style sheet passes a strict Content-Security-Policy; a `<style>` element does not.
 */
export const css = `
:host { font: ${FONT};
  --control: 2.75em; --paper: #fff; --ground: #f3f5f6; --ink: #17242a; --soft: #52646b; --line: #d9e0e2; --accent: #0b6572; --on-accent: #fff;
  --scheme: light; --good: #12703f; --bad: #b3261e; --warn: #8a5a00; --shadow: 0 12px 40px rgba(12, 32, 38, .28); color: var(--ink); }
@media (prefers-color-scheme: dark) { :host(:not([data-theme=light])) {
  --paper: #1d2629; --ground: #141b1e; --ink: #e8eff1; --soft: #a9b8bd; --line: #38464b; --accent: #6fc9d6; --on-accent: #06252a;
  --scheme: dark; --good: #6fd39c; --bad: #ff9a90; --warn: #e8bd6a; --shadow: 0 12px 40px rgba(0, 0, 0, .6); } }
@media (max-width: 760px), (pointer: coarse) { :host { --control: max(2.75em, 44px); } }
:host([data-theme=dark]) {
  --paper: #1d2629; --ground: #141b1e; --ink: #e8eff1; --soft: #a9b8bd; --line: #38464b; --accent: #6fc9d6; --on-accent: #06252a;
  --scheme: dark; --good: #6fd39c; --bad: #ff9a90; --warn: #e8bd6a; --shadow: 0 12px 40px rgba(0, 0, 0, .6); }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
input, select, textarea { color-scheme: var(--scheme); }
button, input, select, textarea { font: inherit; color: inherit; pointer-events: auto; }
button { cursor: pointer; background: none; border: 0; border-radius: .6em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.field > :focus-visible { outline-offset: 0; }
::placeholder { color: var(--soft); opacity: 1; }
.icon { width: 1.5em; height: 1.5em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .86em; overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: .86em; }
.badge { flex: none; padding: .05em .6em; border-radius: 1em; background: var(--ground); color: var(--soft); font-size: .75em; white-space: nowrap; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

dialog, .sheet { pointer-events: auto; color: var(--ink); background: var(--paper); border: 0; padding: 0; box-shadow: var(--shadow); }
.sheet { position: fixed; inset: auto 0 0 0; margin: 0 auto; width: 100%; max-width: 27em; max-height: min(92vh, 60em); border-radius: 1.1em 1.1em 0 0;
  overflow: auto; overscroll-behavior: contain; }
dialog.sheet[open] { display: block; }
dialog.sheet:not(:modal) { z-index: 2147483647; }
.sheet::backdrop, .page::backdrop { background: rgba(8, 20, 24, .5); }
@media (min-width: 600px) { .sheet { inset: auto 0 6vh 0; border-radius: 1.1em; } }
@media (prefers-reduced-motion: no-preference) { .sheet { animation: rise .22s ease-out; } }
@keyframes rise { from { transform: translateY(2em); opacity: 0; } }

.head { display: flex; align-items: center; gap: .6em; padding: .8em 1.1em .5em; border-bottom: 1px solid var(--line); }
.head .title { flex: 1; min-width: 0; margin: 0; font-size: 1em; font-weight: 600; overflow-wrap: anywhere; }
.body { padding: 1em 1.1em .2em; display: grid; gap: .8em; }
.body > * { margin: 0; min-width: 0; }
.body:empty { padding: 0; }
.hero { display: grid; justify-items: center; gap: .25em; padding: .4em 0 .6em; text-align: center; }
.hero strong { font-size: 1.25em; font-weight: 650; overflow-wrap: anywhere; }
.hero .icon { width: 3em; height: 3em; color: var(--accent); }
/* On a short screen the icon stands beside the words, so that all outcomes are nearer. */
@media (max-height: 620px) { .hero { grid-template-columns: auto minmax(0, 1fr); justify-items: start; align-items: center; gap: 0 .7em; padding: 0; text-align: start; } .hero strong { font-size: 1.1em; } .hero .icon { grid-row: 1 / 4; width: 2em; height: 2em; } }
@media (max-height: 420px) { .body { padding-top: .6em; gap: .5em; } }
dl { display: grid; grid-template-columns: auto 1fr; gap: .3em 1em; margin: 0; }
dt { color: var(--soft); font-size: .86em; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
pre { margin: 0; padding: .7em .8em; max-height: 11em; overflow: auto; border-radius: .6em; background: var(--ground); white-space: pre-wrap; overflow-wrap: anywhere; }
.note { padding: .6em .8em; border-radius: .6em; background: var(--ground); color: var(--soft); font-size: .86em; }
.note.bad { color: var(--bad); }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25em; }
.preview { justify-self: center; max-width: 100%; max-height: 8em; border-radius: .6em; }
.preview + p { text-align: center; overflow-wrap: anywhere; }
.field > span { color: var(--soft); font-size: .86em; }
input[type=text], input[type=number], input[type=url], input[type=search], textarea, select { width: 100%; min-height: var(--control); padding: .45em .7em; border: 1px solid var(--soft); border-radius: .6em;
  background: var(--paper); }
textarea { min-height: 6em; resize: vertical; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr)); gap: .6em; }
.row { display: flex; flex-wrap: wrap; gap: .5em; align-items: center; }
.face { width: 8em; height: 8em; border-radius: 50%; border: 3px solid var(--accent); display: grid; place-items: center; }
.face .icon { width: 5em; height: 5em; }
.card { display: flex; gap: .8em; padding: .7em; border: 1px solid var(--line); border-radius: .8em; }
.thumb { display: grid; place-items: center; color: var(--soft); }
.card img, .thumb { width: 3.6em; height: 3.6em; flex: none; object-fit: cover; border-radius: .4em; background: var(--ground); }
.card div { min-width: 0; overflow-wrap: anywhere; }

/* The title and the first button stay in view on a small screen, and a sign says that more is below. */
.sheet .head { position: sticky; top: 0; z-index: 1; background: var(--paper); }
.confirm { z-index: 1; padding: .8em 1.1em .4em; background: var(--paper); display: grid; grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr)); gap: .5em; }
.forced { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em; overflow-wrap: anywhere; padding: .6em .7em .7em; border: 1px dashed var(--soft); border-radius: .8em; background: var(--ground); }
.forced > .soft { font-weight: 600; }
.forced .choice { background: var(--paper); }
.sheet > .end { height: 1px; margin-top: -1px; }
.below { position: sticky; bottom: 0; z-index: 1; height: 1.8em; margin-top: -1.8em; display: grid; place-items: end center; pointer-events: none; visibility: hidden;
  color: var(--soft); background: linear-gradient(transparent, var(--paper) 20%); }
[data-below=true] > .below { visibility: visible; }
[data-below=true] > .confirm { position: sticky; bottom: 1.6em; outline: 1px solid var(--paper); }
.choices { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em; padding: .2em 1.1em 1em; }
.choices .grid > :only-child { grid-column: 1 / -1; }
.choices .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(7em, 100%), 1fr)); gap: .5em; }
.main { min-height: 3em; padding: .5em 1em; background: var(--accent); color: var(--on-accent); font-weight: 600; }
.choice, .way-out { min-height: var(--control); padding: .4em .7em; border: 1px solid var(--line); text-align: left; line-height: 1.3; }
.way-out { border-color: var(--soft); text-align: center; }
.choice:hover, .way-out:hover, .plain:hover { background: var(--ground); }
.choice b, .way-out b { font-weight: 600; font-size: .93em; }
.choice small, .way-out small { display: block; color: var(--soft); font-size: .8em; }
.plain { min-height: var(--control); padding: .4em .8em; border: 1px solid var(--line); }
.check { display: flex; align-items: center; gap: .5em; min-height: var(--control); font-size: .86em; color: var(--soft); }
.check input { flex: none; width: 1.2em; height: 1.2em; margin: 0; accent-color: var(--accent); }

.toast { position: fixed; left: 50%; bottom: 22%; transform: translateX(-50%); z-index: 2147483647; width: max-content; max-width: min(20em, 84vw); margin: 0; padding: .6em 1.1em; border: 0;
  border-radius: .7em; background: rgba(20, 26, 28, .88); color: #fff; text-align: center; overflow-wrap: anywhere; pointer-events: none; inset-block-start: auto; right: auto; }

.page { position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; overflow: auto; }
.page[open] { display: block; }
.page .body { max-width: 27em; margin: 0 auto; padding-top: 2.5em; justify-items: stretch; }
.page .badge { justify-self: center; }
.page:not(:modal) { z-index: 2147483647; }

.bar { font-size: var(--bar-text, 1em); position: relative; display: grid; grid-template-columns: minmax(max-content, 1fr) minmax(0, auto) minmax(max-content, 1fr); align-items: center; gap: .4em; min-height: 2.75em; padding: 0 .5em; background: var(--paper); color: var(--ink); }
.bar[data-text=white] { color: #fff; }
.bar .name { grid-column: 2; margin: 0; font-size: 1.06em; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar .left { grid-column: 1; justify-self: start; display: flex; }
.bar .right { grid-column: 3; justify-self: end; display: flex; align-items: center; gap: .4em; min-width: 0; }
.bar button { min-height: 2.75em; min-width: 2.75em; padding: 0 .4em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar button .icon { display: block; margin: 0 auto; }
.bar img { max-height: 1.5em; max-width: 4em; vertical-align: middle; }
.capsule { position: relative; display: flex; align-items: center; opacity: .75; }
.capsule::before { content: ""; position: absolute; inset: calc(50% - .95em) .2em; border: 1px solid currentColor; border-radius: 2em; pointer-events: none; }
.capsule .icon { display: block; margin: 0 auto; width: 1.2em; height: 1.2em; }
.capsule > .icon { margin-left: .85em; stroke-width: 3.2; }

.control { position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0; background: none; overflow: visible; pointer-events: none; z-index: 2147483647; color: var(--ink); }
.opener { position: absolute; left: 8px; bottom: 8px; min-width: 3em; min-height: 2.6em; padding: 0 .9em; border-radius: 2em; background: var(--accent); color: var(--on-accent);
  font-size: .86em; font-weight: 600; box-shadow: 0 2px 10px rgba(8, 20, 24, .3); touch-action: none; opacity: .94; }
.panel { pointer-events: auto; position: absolute; right: 0; bottom: 0; top: 0; width: min(27em, 100%); display: flex; flex-direction: column; background: var(--paper);
  border-left: 1px solid var(--line); box-shadow: var(--shadow); font-size: .9em; }
@media (max-width: 560px) { .panel { top: 22%; width: 100%; border: 0; border-radius: 1.1em 1.1em 0 0; } }
.pane { flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; padding: .7em 1em 1.5em; }
.log-pane { display: flex; flex-direction: column; padding: .7em 0 0; }
.log-pane > .tools, .log-pane > .around { padding: 0 1em .4em; }
.tabs { flex: 1 1 auto; display: flex; gap: .3em; }
.panel .head { flex-wrap: wrap; row-gap: 0; padding: .3em .6em 0; }
.tab { min-height: var(--control); padding: 0 .9em; color: var(--soft); border-radius: 0; border-bottom: 2px solid transparent; }
.tab[aria-selected=true] { color: var(--ink); font-weight: 600; border-bottom-color: var(--accent); }
.icon-button { min-width: var(--control); min-height: var(--control); display: grid; place-items: center; }
.tools { padding-bottom: .6em; }
.around p { margin: 0 0 .5em; }
.settings .field { display: flex; flex-wrap: wrap; align-items: center; gap: .2em .8em; }
.settings .field > span { flex: 1 1 4em; }
.settings .field > select { flex: none; width: 10.6em; max-width: 100%; }
.settings .group, .settings .fixed { grid-template-columns: minmax(0, 1fr); }
summary { cursor: pointer; }
.group { display: grid; gap: .6em; padding-bottom: 1.1em; }
.group h2 { margin: 0; font-size: 1em; }
.group p { margin: 0; }
.fixed { list-style: none; margin: 0; padding: 0; display: grid; gap: .4em; }
.fixed div { flex: 1 1 8em; min-width: 0; display: grid; }
.folded > .part { margin-top: 1.4em; }
.answer-pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13em, 100%), 1fr)); gap: .6em; }
.link { min-height: 1.8em; padding: 0 .2em; color: var(--accent); text-decoration: underline; font-size: .86em; }

/* The log: a line a row, so that nothing moves as more comes. */
/* With large text on a small screen it scrolls as a whole. */
.diagnosed-log { position: relative; flex: 1 0 14em; min-height: 14em; min-width: 0; display: flex; flex-direction: column; container: log / size; }
/* It has its line while there is no call, too: nothing moves when the numbers come. */
.count-line { flex: none; min-height: 2.1em; padding: .4em 1em; }
.count { margin: 0; color: var(--soft); font-size: .86em; line-height: 1.5; }
.count button { min-height: 0; padding: 0; color: inherit; font-size: inherit; text-align: start; text-decoration: none; }
/* No rule stands below a line without a number. */
.count-line:has(> [hidden]) + .log-body > .causes { border-color: transparent; }
.log-head { flex: none; display: flex; align-items: center; gap: .4em; padding: .5em 1em; border-bottom: 1px solid var(--line); }
.log-head input[type=search] { border-color: var(--line); flex: 1 1 4em; width: auto; min-width: 0; }
.log-head > .plain { flex: none; margin-left: .3em; }
.log-head .segments + .icon-button, .log-head .segments + [hidden] + .icon-button { margin-left: auto; }
.segments { display: flex; outline: 1px solid var(--line); outline-offset: -1px; border-radius: .6em; overflow: hidden; }
.segments > button { min-width: var(--control); min-height: var(--control); padding: 0 .9em; border-radius: 0; white-space: nowrap; }
.segments > [aria-selected=true], .segments > [aria-pressed=true] { background: var(--ground); background: color-mix(in srgb, var(--accent) 16%, var(--paper)); color: var(--accent); font-weight: 600; }
button:disabled { opacity: .5; cursor: not-allowed; }
.segments :focus-visible { outline-offset: -3px; }
.number { font-variant-numeric: tabular-nums; }
.log-body { flex: 1; min-height: 0; display: flex; flex-direction: column; }
/* Beside all rows they have their place before there is a cause, so that none moves a row. */
.causes { display: none; flex: none; flex-direction: column; max-height: 60%; border-top: 1px solid var(--line); }
[data-shown=problems] .causes { display: flex; }
@container log (min-width: 26.5em) and (min-height: 30em) { .causes { display: flex; } [data-shown=all] .causes { flex: 0 0 max(10.5em, 33%); min-height: 0; } }
.causes h2 { flex: none; margin: 0; padding: .45em 1.075em .35em; font-size: .93em; font-weight: 600; }
/* The lowest line fades: more causes are below. The last one ends above the fade. */
.causes-list { min-height: 0; overflow: auto; overscroll-behavior: contain; padding: 0 1em .5em; -webkit-mask-image: linear-gradient(#000 calc(100% - .5em), transparent); mask-image: linear-gradient(#000 calc(100% - .5em), transparent); }
.causes-list:focus-visible { outline-offset: -3px; }
.causes p { margin: 0; overflow-wrap: anywhere; text-wrap: pretty; }
.cause { margin: 0 0 .5em; padding: 0 0 0 .7em; border-left: 3px solid var(--bad); font-size: .93em; line-height: 1.4; }
.cause.soft { border-color: var(--line); }
.cause .wrong { color: var(--ink); }
.cause .instead, .cause .where { color: var(--soft); }
/* Why, when and where stand in the last line of what to write instead. */
.cause > div { display: contents; }
.cause :is(.instead:last-child, .where) { display: inline; }
.cause [data-part=why] { margin-right: .5em; }
.causes .link { min-height: 24px; margin-block: -4px; padding: 0; font-size: inherit; }
.cause:focus { outline: 2px solid var(--accent); outline-offset: 2px; }
.reading { position: relative; flex: 1; min-height: 0; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); border-top: 1px solid var(--line); }
.log-scroller { overflow: auto; overscroll-behavior: contain; overflow-anchor: none; }
/* The tap stays in sight while its calls scroll, where there is room for both. */
@container log (min-height: 24em) { .tap { position: sticky; top: 0; z-index: 1; } .log-scroller { scroll-padding-top: 3em; } }
.reading > .plain { position: absolute; z-index: 1; inset: auto 0 0; min-height: 2.4em; border-width: 1px 0 0; border-radius: 0; background: var(--paper); color: var(--accent); text-align: center; }
.reading > .plain:focus-visible { outline-offset: -3px; }
.log { padding-bottom: .5em; }
.tap { display: flex; align-items: baseline; gap: .5em; padding: .45em 1em; background: var(--ground); border-block: 1px solid var(--line); }
.tap h2 { flex: 1; min-width: 0; margin: 0; font-size: .93em; font-weight: 600; overflow-wrap: anywhere; }
.entry-head { display: flex; align-items: baseline; gap: .5em; width: 100%; min-height: 2.3em; padding: .35em 1em; text-align: left; border-radius: 0; }
button.entry-head:hover { background: var(--ground); }
button.entry-head:focus:hover { background: none; }
.entry-head:focus-visible { outline-offset: -3px; }
.entry-head .name { flex: 0 1 auto; min-width: 3ch; max-width: 60%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: .93em; }
/* A note that has no room goes to a line that is not seen: nothing is cut to one character. */
.entry-head .rest { flex: 1 1 0; min-width: 0; display: flex; flex-wrap: wrap; align-self: center; gap: 1em .7em; height: 1.6em; line-height: 1.6; overflow: hidden; }
.rest > * { max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.times { flex: none; padding: 0 .5em; border-radius: 1em; background: var(--ground); color: var(--soft); font-size: .8em; white-space: nowrap; font-variant-numeric: tabular-nums; }
.tap .times { background: var(--paper); }
.log { --time: 4em; }
.time { flex: none; min-width: var(--time); text-align: right; font-size: .8em; font-variant-numeric: tabular-nums; white-space: nowrap; }
.duration { flex: none; min-width: 3.6em; text-align: right; font-size: .8em; font-variant-numeric: tabular-nums; white-space: nowrap; }
/* The marks stand in one column. */
.flag, .no-flag { flex: none; width: 1.3em; font-size: .8em; }
.entry-head > :is(.flag, .no-flag) { margin-left: -.2em; }
.flag { border-radius: 50%; background: var(--bad); color: var(--paper); font-weight: 700; line-height: 1.3; text-align: center; }
.status { flex: 0 1 auto; min-width: 2.2em; max-width: 45%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: .86em; text-align: right; color: var(--soft); }
.status[data-status=success] { color: var(--good); }
.status[data-status=failure], .status[data-status=none] { color: var(--bad); }
.status[data-status=open] { color: var(--warn); }
.status .thrown { color: var(--bad); }
.entry.note { padding: 0; border-radius: 0; background: none; font-size: 1em; }
.entry.note .text { flex: 1; min-width: 0; color: var(--soft); font-size: .9em; white-space: pre-line; overflow-wrap: anywhere; }
/* Where a cause leads to, whether by a key or not. */
.entry:has(> .entry-head:focus) { background: color-mix(in srgb, var(--accent) 10%, transparent); }
.opened { padding: 0 1em .6em; }
.opened > .link { display: block; padding: 0; text-align: start; overflow-wrap: anywhere; }
.opened > p { margin: .2em 0; overflow-wrap: anywhere; }
/* In a narrow log the parameter and who made the call stand in a line of their own, so that names and what came of calls are whole. */
@container log (min-width: 27.01em) and (max-width: 36em) {
  .entry:not(.note) > .entry-head { gap: 0; display: grid; grid-template-columns: auto minmax(0, 1fr) repeat(4, auto); align-content: center; }
  .entry:not(.note) > .entry-head > * { grid-row: 1; }
  .entry:not(.note) > .entry-head > :not(.time) { margin-left: .5em; }
  .entry:not(.note) > .entry-head > .times { grid-column: 3; }
  .entry:not(.note) > .entry-head > .status { grid-column: 4; }
  .entry:not(.note) > .entry-head > .duration { grid-column: 5; }
  .entry:not(.note) > .entry-head > :is(.flag, .no-flag) { grid-column: 6; margin-left: .3em; }
  .entry-head > .name { max-width: none; white-space: normal; overflow-wrap: anywhere; }
  .entry:not(.note) > .entry-head > .rest { grid-area: 2 / 2 / 3 / -2; }
  .entry-head > .rest:not(:has(> *)) { display: none; }
  .entry-head > .status { max-width: 16em; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; white-space: normal; }
}
/* In a narrower one, what came of it stands there too. Each row has that line from the first, so that none grows. */
@container log (min-width: 17.01em) and (max-width: 27em) {
  .entry:not(.note) > .entry-head { flex-wrap: wrap; gap: 0 .5em; }
  .entry:not(.note) > .entry-head::before { content: ""; order: 1; flex: 0 0 100%; }
  .entry:not(.note) > .entry-head > .name { flex: 1; max-width: none; white-space: normal; overflow-wrap: anywhere; }
  .entry:not(.note) > .entry-head > .rest { order: 2; margin-left: calc((var(--time) * .8 + .5em) / .86); }
  .entry:not(.note) > .entry-head > .status { order: 2; max-width: 60%; margin-right: 1.65em; }
}
/* Where there is no room for two scrollers, the causes of the problems scroll with their calls. */
@container log (max-width: 30em) or (max-height: 30em) {
  [data-shown=problems] > .log-body { display: block; overflow: auto; overscroll-behavior: contain; scroll-padding-top: 3em; }
  [data-shown=problems] > .log-body > .causes { max-height: none; }
  [data-shown=problems] > .log-body .causes-list, [data-shown=problems] > .log-body .log-scroller { overflow: visible; -webkit-mask-image: none; mask-image: none; }
}
@container log (max-width: 17em) { .entry-head, .tap, .log-head, .segments { flex-wrap: wrap; } .entry-head .rest { flex-basis: 100%; order: 1; }
  .entry-head .name, .entry-head .rest, .status, .tap h2, .segments > button { max-width: 100%; overflow: visible; white-space: normal; overflow-wrap: anywhere; } .tap h2, .entry.note .text { flex-basis: 100%; } }
/* In a wide and low log they stand beside each other. */
@container log (min-width: 56em) and (max-height: 30em) {
  [data-shown] > .log-body { display: flex; flex-direction: row; overflow: hidden; }
  [data-shown] > .log-body > .causes { display: flex; flex: none; width: 26em; max-height: none; border-right: 1px solid var(--line); }
  [data-shown=problems] > .log-body .causes-list, [data-shown=problems] > .log-body .log-scroller { overflow: auto; }
}
.steps { list-style: none; margin: 0 0 .4em; padding: .5em .7em .5em .4em; background: var(--ground); border-radius: .6em; display: grid; gap: .35em; font-size: .93em; }
.steps li { display: flex; gap: .7em; }
.steps .time { min-width: 5.2em; }
.steps li > div { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.value { display: block; white-space: pre-wrap; color: var(--soft); }
.hero strong { text-wrap: balance; }
.hint, .choice small, .way-out small { text-wrap: pretty; }
.hint { margin: .6em 1em; padding: .8em 1em; border-radius: .6em; background: var(--ground); }
.empty { padding: 1em 1em 0; margin: 0; }
@media (max-width: 760px), (pointer: coarse) { .main, .opener, .link { min-height: max(2.75em, 44px); } .link { min-width: 44px; } button.entry-head { min-height: 44px; align-items: center; } .cause .link { min-width: 0; min-height: 44px; margin-block: -.8em; } }
`

/**
 * The styles of a drawing's host, which a page may hide with everything else. What is important in a shadow root's own
 * sheet overrides what is important in the page's.
 */
const hostCss = `
:host { all: initial !important; display: block !important; font: ${FONT} !important; color: var(--ink) !important; }
:host([hidden]) { display: none !important; }
`

let shared: CSSStyleSheet | undefined

/** Makes the style sheet; undefined in a browser that cannot construct one. */
function constructed(): CSSStyleSheet | undefined {
  if (shared) return shared
  try {
    const sheet = new CSSStyleSheet()
    // newer-api: a browser without it has thrown already
    sheet.replaceSync(css + hostCss)
    shared = sheet
  } catch {
    // Chrome before 73 and Safari before 16.4 cannot construct a sheet.
  }
  return shared
}

/** Applies the styles to a shadow root. */
export function applyStyles(root: ShadowRoot | HTMLElement): void {
  const sheet = 'adoptedStyleSheets' in root ? constructed() : undefined
  // newer-api: feature-detected above
  if (sheet) (root as ShadowRoot).adoptedStyleSheets = [sheet]
  else root.appendChild(document.createElement('style')).textContent = css + hostCss
}
