/** The styles of the phone's page: those of the drawings, plus its own layout. */
import { css, FONT } from '../view/style'

const layout = `
html { font: ${FONT}; color-scheme: light dark; }
body { margin: 0; height: 100vh; height: 100dvh; overflow: hidden; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font-size: .9em; }
.top { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: .4em 1em; padding: .45em 1em; background: var(--paper); border-bottom: 1px solid var(--line); }
.top h1 { margin: 0; font-size: 1em; white-space: nowrap; }
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: .4em .9em; min-width: 0; }
.controls .field { display: flex; align-items: center; gap: .5em; width: auto; min-width: 0; }
.controls .field > span { flex: none; }
.controls select { border-color: var(--line); width: auto; min-width: 0; max-width: 17em; }
.top > .main { margin-left: auto; min-height: var(--control); }
/* The names of the modes are shorter where there is no room. */
.short { display: none; }
.options { margin-top: 1.1em; }
.options summary { padding: .3em 0; }
.settings summary, .options summary { font-weight: 600; color: var(--ink); }
.options .row { margin-top: .5em; }
.use-it { width: min(46em, 94vw); max-height: 92vh; overflow: auto; border-radius: 1.1em; }
.use-it::backdrop { background: rgba(8, 20, 24, .5); }
.use-it .head { position: sticky; top: 0; background: var(--paper); }
.use-it .body { padding-bottom: 1.1em; justify-items: start; }
.use-it .body > .lines, .use-it .body > .field { width: 100%; }
.skip { position: absolute; z-index: 5; top: -5em; left: .4em; background: var(--paper); }
.skip:focus { top: .4em; }
.error { color: var(--bad); font-size: .86em; }
.notice { flex: none; margin: 0; padding: .4em 1em; background: var(--paper); border-bottom: 1px solid var(--line); color: var(--warn); }
/* As high as the head, with the tabs below it in a narrow window. */
.tap-wait { position: fixed; z-index: 4; inset: 0 0 auto; min-height: calc(var(--control) + .9em + 1px); padding: .3em 1em; flex-wrap: nowrap; background: var(--paper); border-bottom: 1px solid var(--line); }
.tap-wait > span { flex: 1; font-weight: 600; }
.tap-wait > .plain { flex: none; }
.work { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.desk { position: relative; flex: 1; min-height: 0; display: grid; grid-template: minmax(0, 1fr) / 18em minmax(0, 1fr) clamp(22em, 38%, 37em); }
.desk > .settings-side { border-right: 1px solid var(--line); }
.desk > .log-side { border-left: 1px solid var(--line); }
/* Without the settings there is room for a log whose values are whole. */
.no-settings { grid-template-columns: minmax(0, 1fr) clamp(22em, 48%, 37em); }
.no-log { grid-template-columns: 18em minmax(0, 1fr); }
.no-settings.no-log { grid-template-columns: minmax(0, 1fr); }
.desk.landscape { grid-template: minmax(0, 1fr) clamp(38%, 100% - 31.5em, 46%) / 18em minmax(0, 1fr); }
.landscape > .settings-side { grid-row: 1 / 3; }
.landscape > .log-side { grid-column: 2; border: 0; border-top: 1px solid var(--line); }
.desk.landscape.no-settings { grid-template-columns: minmax(0, 1fr); }
.landscape.no-settings > .log-side { grid-column: 1; }
.desk.landscape.no-log { grid-template-rows: minmax(0, 1fr); }
.fold[aria-expanded=true] { background: var(--ground); }
.fold:hover { background: var(--ground); }
.side { min-width: 0; min-height: 0; padding: 1em; overflow: auto; overscroll-behavior: contain; background: var(--paper); }
.side:focus-visible, .stage:focus-visible { outline-offset: -3px; }
.desk > .log-side { display: flex; flex-direction: column; padding: 0; }
.desk > .log-side[hidden] { display: none; }
.stage { min-width: 0; min-height: 0; padding: .7em; display: flex; flex-direction: column; gap: .6em; }
.path { flex: none; display: flex; flex-wrap: wrap; justify-content: center; gap: .3em; width: 100%; max-width: 36em; margin: 0 auto; }
.path input[type=text] { flex: 1; min-width: 5em; background: var(--paper); border-color: var(--line); }
.path input[type=text]:hover, .controls select:hover { border-color: var(--soft); }
.path .plain { flex: none; white-space: nowrap; background: var(--paper); }
.path .icons { flex: none; display: flex; gap: .3em; }
.path .icon-button { color: inherit; border-radius: .6em; }
.path .icon-button:hover { background: var(--paper); }
.path .icon-button[aria-pressed=true] { background: color-mix(in srgb, var(--accent) 16%, var(--paper)); color: var(--accent); }
.area { flex: 1; min-height: 0; min-width: 0; display: grid; place-items: start; overflow: hidden; contain: size; }
.fit { flex: none; }
.device { width: 375px; height: 667px; transform-origin: 0 0; display: flex; flex-direction: column; border-radius: 18px; background: var(--frame); box-sizing: content-box; --bar-text: 16px; }
:root { --frame: #17242a; }
@media (min-width: 761px) and (pointer: fine) { :root { --control: 2.45em; } }
@media (prefers-color-scheme: dark) { :root { --frame: #46545a; } }
.device iframe { flex: 1; width: 100%; min-height: 0; border: 0; background: #fff; }
.device.outside .title-bar { display: none; }
.status-bar { position: relative; z-index: 1; flex: none; margin-bottom: -1px; display: flex; justify-content: space-between; align-items: center; height: 24px; padding: 0 20px; background: var(--paper); color: var(--ink); font-size: 13px; font-weight: 600; line-height: 1; }
.status-bar span { display: flex; gap: 4px; }
[data-platform] .status-bar::before { content: ""; position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%); width: 9px; height: 9px; border-radius: 9px; background: #0c1214; }
[data-platform=ios] .status-bar::before { width: 76px; height: 18px; }
.status-bar .icon { width: 17px; height: 17px; stroke-width: 2.2; }
.address-bar { flex: none; display: flex; align-items: center; gap: 6px; margin: 0; padding: 7px 12px; background: var(--paper); color: var(--ink); border-bottom: 1px solid var(--line); font-size: 14px; }
.address-bar .icon { width: 16px; height: 16px; color: var(--soft); }
.address-text { min-width: 0; flex: 1; padding: 4px 12px; border-radius: 16px; background: var(--ground); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.menu { position: relative; flex: none; }
.menu .icon { stroke-width: 3.2; }
.menu .icon-button[aria-expanded=true] { background: var(--ground); }
.menu-list { position: absolute; z-index: 3; top: 100%; right: 0; display: grid; min-width: 11em; padding: .3em; background: var(--paper); border: 1px solid var(--line); border-radius: .7em; box-shadow: var(--shadow); }
.menu-list .plain { border: 0; text-align: left; white-space: nowrap; }
.panel-bar { flex: none; display: flex; background: var(--paper); border-bottom: 1px solid var(--line); }
[data-part=reload-page] { display: none; flex: none; }
.panel-tabs { flex: 1; min-width: 0; display: flex; }
.panel-tabs .tab { flex: 1 1 0; min-width: 0; padding: 0 .3em; white-space: nowrap; }
.panel-tabs :focus-visible { outline-offset: -3px; }
.counted { margin-left: .4em; padding: .05em .5em; border-radius: 1em; background: var(--ground); color: var(--soft); font-size: .86em; font-weight: 600; font-variant-numeric: tabular-nums; }
.counted + .flag { display: inline-block; width: auto; min-width: 1.3em; margin-left: .3em; padding: 0 .45em; border-radius: 1em; }
.lines { white-space: pre-line; max-height: none; }
pre.lines { white-space: pre-wrap; }
.all { position: fixed; inset: 0; z-index: 10; display: flex; flex-direction: column; background: var(--ground); }
.all-top { flex: none; display: flex; flex-wrap: wrap; align-items: center; gap: .3em .8em; padding: .45em 1em; background: var(--paper); border-bottom: 1px solid var(--line); }
.all-top h2 { margin: 0; font-size: 1em; }
.all-top > .row { flex-wrap: nowrap; margin-left: auto; }
.all-top .main { min-height: var(--control); }
.run-steps { flex: 1 1 8em; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.all-body { flex: 1; min-height: 0; display: grid; grid-template: minmax(0, 1fr) / clamp(24.5em, 28vw, 30em) minmax(0, 1fr); }
/* What is done with all runs stays in its place as the list scrolls. */
.run-side { overflow: auto; overscroll-behavior: contain; display: flex; flex-direction: column; background: var(--paper); border-right: 1px solid var(--line); }
.run-side > p { flex: none; margin: 0; padding: .8em 1.16em .3em; min-height: 4.1em; }
.run-list { flex: 1 0 14em; height: 14em; overflow: auto; overscroll-behavior: contain; }
.run-do { flex: none; padding: .5em 1em; border-top: 1px solid var(--line); }
.run-do > .row { gap: .2em .8em; }
.run-do > .row > [data-part^=copy-] { padding-inline: 0; border-color: transparent; color: var(--accent); white-space: nowrap; }
.run-do > details[open] { max-height: 45vh; overflow: auto; overscroll-behavior: contain; }
.run-side > p > span { display: inline-flex; align-items: center; gap: .35em; margin-right: .9em; }
.run-side > p > span > span { min-width: 1.3em; text-align: center; }
.run-side > p { color: var(--soft); font-size: .86em; font-variant-numeric: tabular-nums; }
.run-list > p { margin: .6em 1em; }
/* Room for a mark in either mode, so that nothing moves as runs end. */
.run-row { align-content: center; width: 100%; height: 4.4em; padding-block: 0; border-radius: 0; text-align: left; line-height: 1.25; }
.run-row, .run-head { display: grid; grid-template-columns: minmax(0, 1fr) repeat(var(--modes, 2), minmax(2.4em, max-content)); align-items: baseline; column-gap: .5em; padding-inline: 1em; }
.run-list > .run-head { margin: .4em 0 0; color: var(--soft); }
.run-head > span { font-size: .8em; }
.run-name { line-height: 1.4; }
.run-flag { min-width: 2.6em; text-align: center; color: var(--soft); font-weight: 400; font-size: .86em; }
.run-flag > .flag { display: inline-block; font-size: 1em; }
.of-cause { background: none; box-shadow: inset 0 0 0 1.5px var(--warn); color: var(--warn); }
.run-row:hover { background: var(--ground); }
.run-row[aria-current=true] { background: color-mix(in srgb, var(--accent) 12%, transparent); box-shadow: inset 3px 0 var(--accent); font-weight: 600; }
.run-row:focus-visible { outline-offset: -3px; }
.run-mark { grid-column: 1 / -1; position: relative; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--soft); font-size: .86em; font-weight: 400; }
.run-main { container-type: size; min-width: 0; overflow: auto; overscroll-behavior: contain; display: flex; flex-direction: column; gap: .6em; padding: 1em 2em; }
.run-title { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5em 1em; }
.run-title > .link, .run-title > .segments { display: none; }
.run-title > h3 { flex: 1; margin: 0; font-size: 1.25em; text-wrap: balance; }
.run-title small { color: var(--soft); font-size: .75em; font-weight: 400; }
.run-column > h4 { margin: 0; font-size: 1em; }
/* A phone is as large in each situation, whatever is said under it. */
.run-columns { flex: 1 0 auto; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); grid-template-rows: auto max(min(28em, 55vh), 100cqh - 20em) auto; align-content: start; gap: .6em 2em; }
.run-column { grid-row: 1 / 4; min-width: 0; min-height: 0; display: grid; grid-template: subgrid / minmax(0, 1fr); }
@media (min-width: 35em) {
  .run-main:not(:has(.run-log)) > * { width: 100%; max-width: 60rem; margin-inline: auto; }
  .run-column:not(.run-log) { text-align: center; }
}
.run-column .run-area { min-height: 12em; display: grid; place-items: start center; overflow: hidden; }
/* Where a phone will be. */
.run-empty { display: grid; place-items: center; height: 100%; max-width: 100%; aspect-ratio: 375 / 711; box-sizing: border-box; border: 3px dashed var(--line); border-radius: 22px; }
.run-phone { transform-origin: 0 0; box-sizing: content-box; border: 7px solid var(--frame); border-radius: 22px; overflow: hidden; background: var(--frame); --bar-text: 16px; }
.run-page { position: relative; }
.run-page iframe { display: block; background: #fff; }
.run-veil { position: absolute; inset: 0; display: grid; place-items: center; padding: 24px; background: rgba(0, 0, 0, .45); font-size: 15px; }
.run-dialog { width: min(280px, 100%); padding: 18px 18px 10px; border-radius: 8px; background: Canvas; color: CanvasText; overflow-wrap: anywhere; text-align: right; }
.run-dialog p { margin: 0 0 10px; text-align: left; }
.run-dialog span { margin-left: 20px; color: LinkText; text-decoration: none; }
.run-input { height: 28px; border: 1px solid #7b8a90; border-radius: 4px; }
.run-said { flex: none; justify-self: center; width: min(100%, 31em); text-align: left; }
.run-said p { margin: 0; padding-inline: 1.4em .5em; overflow-wrap: anywhere; text-wrap: pretty; }
.run-said .soft { padding-inline: 1.63em .58em; }
.run-line { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: .7em; border-radius: .4em; }
/* The texts of all lines stand below each other, the sign before them. */
.run-line.mark > :first-child { margin-left: -.8em; padding-left: .8em; text-indent: -.8em; }
/* What the picture shows. */
.run-line:has(> [aria-pressed=true]) { background: color-mix(in srgb, var(--accent) 12%, transparent); }
.run-line > :first-child { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
/* Its room for a finger lies over the lines beside it. */
.run-line > .link { position: relative; align-self: start; min-height: 0; padding-block: .1em; white-space: nowrap; font-weight: 400; }
.run-line > .link::after { content: ""; position: absolute; inset: -.8em 0; }
.run-line > [aria-pressed=true] { color: var(--soft); text-decoration: none; }
.run-log > :is(h4, .mark) { margin: 0 1em .3em; }
.mark { color: var(--bad); font-weight: 600; }
.ending { color: var(--warn); }
.run-foot { position: sticky; z-index: 1; bottom: -1em; flex: none; margin-top: auto; padding-bottom: 1em; margin-bottom: -1em; background: var(--ground); display: flex; flex-wrap: wrap; align-items: center; gap: .3em 1em; padding-top: .4em; border-top: 1px solid var(--line); }
/* What goes on below it fades. */
.run-foot::before { content: ""; position: absolute; inset: -1.6em 0 auto; height: 1.6em; background: linear-gradient(transparent, var(--ground)); pointer-events: none; }
.run-foot > div { flex: 1 1 20em; }
.run-foot p { margin: 0; }
.run-foot .link { margin-left: auto; font-size: 1.07em; }
.run-columns:has(> .run-log) { flex: 1 0 28em; grid-template-rows: minmax(0, 1fr); align-content: stretch; }
.run-log { grid-row: 1; display: flex; flex-direction: column; background: var(--paper); border: 1px solid var(--line); border-radius: .6em; padding-top: .5em; overflow: hidden; }
.folded summary { padding: .3em 0; color: var(--soft); }
.folded > * + * { margin-top: .6em; }
.folded { display: block; }
.settings .folded { border-top: 1px solid var(--line); padding: .6em 0; }
.settings .group, .settings.group { padding-bottom: .6em; }
/* A value is read more often than it is changed. */
.settings select { border-color: var(--line); }
.settings select:hover { border-color: var(--soft); }
.desk[data-layout=tabs] { display: flex; flex-direction: column; }
[data-layout=tabs] > .stage { flex: 1; padding: .5em; }
[data-layout=tabs] > .side { position: absolute; inset: 0; padding: .8em; border: 0; }
[data-layout=tabs] > .log-side { padding: 0; }
[data-layout=tabs] > .settings-side > * { max-width: 36em; margin-inline: auto; }
/* The title bar has a visibility of its own. */
.desk > .unseen { visibility: hidden; clip-path: inset(100%); }
@media (max-width: 760px), (pointer: coarse) { summary { min-height: 44px; padding: .7em 0 !important; } }
/* The list and both phones still stand beside each other, closer. */
@media (max-width: 56.24em) {
  .all-body { grid-template-columns: minmax(13em, 34%) minmax(0, 1fr); }
  .run-do, .run-row, .run-head { padding-inline: .7em; }
  .run-side > p { padding-inline: .81em; }
  .run-main { padding: .8em; }
  .run-columns { column-gap: .8em; }
}
/* In a frame of the demo, and on a phone: both phones are as wide as there is room, below what came of the calls. */
@media (max-width: 44em) {
  .run-columns { flex: none; grid-template-rows: auto auto auto; column-gap: .6em; }
  .run-column .run-area { order: 1; height: 22em; }
  .run-line > :first-child { -webkit-line-clamp: 6; }
}
/* In a list so narrow, a mark has two lines, which name its phone. */
@media (min-width: 35em) and (max-width: 44em) {
  .run-head, .run-flag { display: none; }
  .run-row { grid-template-columns: minmax(0, 1fr); height: 5.6em; }
  .run-mark { white-space: normal; }
}
/* On a phone the list comes first, and the phones below one another: a choice in the list leads to them. */
@media (max-width: 34.99em) {
  .all-top { display: grid; grid-template-columns: minmax(0, 1fr) auto; row-gap: 0; padding: .3em .6em; }
  .all-top h2 { align-self: center; }
  .all-top .run-steps { grid-area: 2 / 1 / 3 / 3; align-self: start; margin-top: .3em; white-space: normal; max-height: 3em; }
  .all-top > .row { grid-area: 1 / 2; gap: .3em; }
  .all-body { display: block; overflow: auto; overscroll-behavior: contain; }
  .run-side, .run-main { overflow: visible; }
  .run-main { container-type: normal; min-height: 100%; }
  .run-foot { position: static; }
  .run-foot::before { display: none; }
  .run-side > p { padding-block: .4em 0; min-height: 3.4em; }
  .run-list { overflow: visible; height: auto; }
  .run-do > details[open] { max-height: none; }
  .run-row { height: 3.6em; row-gap: 0; line-height: 1.2; }
  .run-name { line-height: 1.25; }
  .run-row[aria-current=true] { box-shadow: none; }
  .run-side { border: 0; border-bottom: 1px solid var(--line); }
  .run-main { gap: .5em; padding: .6em .8em; }
  .run-title { position: sticky; z-index: 2; top: 0; margin: -.6em -.8em 0; padding: .4em .8em; background: var(--ground); border-bottom: 1px solid var(--line); }
  .run-title > .link { display: block; }
  .run-title > .segments { display: flex; flex: 1 0 100%; }
  .run-title > .segments > button { flex: 1; }
  .run-title > h3 { font-size: 1.07em; }
  .run-columns { display: block; }
  .run-column { display: grid; grid-template: none / minmax(0, 1fr); gap: .4em; padding: .3em 0 .6em; }
  [data-in-sight=raw] [data-run=kit], [data-in-sight=kit] [data-run=raw], [data-in-sight] h4 { display: none; }
  .run-column .run-area { order: 0; height: max(18em, min(34em, 100vh - 24em)); }
  /* One scroller: the logs scroll with the page. */
  .run-log { display: flex; margin-bottom: .6em; }
  .run-log > .diagnosed-log { flex: none; container-type: inline-size; }
  .run-log :is(.log-body, .causes-list, .log-scroller) { overflow: visible; -webkit-mask-image: none; mask-image: none; }
  .run-log .log { padding-bottom: 0 !important; }
}
@media (max-width: 760px) {
  .top { flex-wrap: nowrap; gap: .4em; padding: .25em .5em; }
  .long { display: none; }
  .short { display: inline; }
  .top h1, .controls .field > span, .controls .soft { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .top > .main { flex: none; padding: 0 .8em; }
  .controls { flex: 1; flex-wrap: nowrap; gap: .4em; }
  .controls .segments { flex: none; }
  .controls .segments > button { padding: 0 .6em; }
  .controls .field { flex: 1 1 4em; }
  .controls select { flex: 1; width: 0; min-width: 0; max-width: none; padding: .45em .3em; }
  [data-shown=all] .count-line, .diagnosed-log:has(.cause) .count-line { display: none; }
  .tap-wait { flex-wrap: wrap; min-height: calc(2 * var(--control) + .5em + 2px); padding: .2em .7em; gap: 0 .5em; }
  .tap-wait > span { flex-basis: 100%; }
  .log-head { padding: .3em .5em; }
  .tap, .entry-head { padding-inline: .7em; }
  .log { --time: 3.6em; }
}
/* Where the head of the log has no room for “use it”, it stands at the foot. */
@container log (max-width: 31em) and (min-height: 20em) {
  .log-side .log-head > .plain { position: absolute; z-index: 1; right: .7em; bottom: .3em; border-color: transparent; color: var(--accent); }
  .log-side .diagnosed-log::after { content: ""; flex: none; height: 3.4em; border-top: 1px solid var(--line); }
  .log-side .reading { position: static; }
  .log-side .reading > .plain { height: 3.4em; padding-right: 11em; }
}
/* Large text on a phone. */
@media (max-width: 15em) {
  .top { flex-wrap: wrap; }
  .controls { display: contents; }
  .top .field { order: 1; flex-basis: 100%; }
  .diagnosed-log { min-height: 24em; }
  .panel-tabs .tab { padding: 0 .1em; font-size: .86em; }
  .counted { margin-left: .1em; padding: 0 .3em; }
}
/* On a phone the page fills the phone: nothing is drawn around it, and its text has its own size. */
@media (max-width: 480px) {
  [data-layout=tabs] > .stage { padding: 0; gap: 0; }
  .settings-side .field:has(> [data-part=size]) { display: none; }
  .settings-side > .path .icon-button { width: auto; display: flex; align-items: center; padding-inline: .6em; gap: .4em; }
  .settings-side > .path [data-part=landscape] { display: none; }
  .settings-side > .path .icon-button::after { content: attr(aria-label); font-size: .86em; }
  .settings-side > .path { margin-bottom: 1em; justify-content: space-between; }
  .settings-side > .path > input[type=text] { flex-basis: calc(100% - 6em); }
  [data-part=reload-page] { display: grid !important; }
  .settings-side > .path [data-part=reload] { display: none; }
  .stage > .area { place-items: stretch; }
  .stage .fit { width: auto !important; height: auto !important; margin: 0 !important; min-height: 0; display: flex; flex-direction: column; }
  .stage .device { flex: 1; min-height: 0; width: auto !important; height: auto !important; transform: none !important; padding: 0 !important; border-radius: 0; }
  .status-bar { display: none; }
}
`

/** Applies the styles. The rules of the drawings use `:host`, but this page has no shadow root. */
export function applyPhoneStyles(): void {
  const style = document.createElement('style')
  const ofPage = css.replace(/:host\(([^)]*\)?)\)/g, ':root$1').replace(/:host/g, ':root')
  // The device may have another theme than the phone around it.
  style.textContent =
    ofPage
      .replace(':root {', ':root, .area[data-theme=light] {')
      .replace(':root[data-theme=dark] {', ':root[data-theme=dark], .area[data-theme=dark] {') + layout
  document.head.appendChild(style)
}
