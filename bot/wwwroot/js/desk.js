// The desk works without this file. It adds keys, keeps the place in the transcript, and says when the line is down.
'use strict'

const by = id => document.getElementById(id)
const say = (id, words) => { const place = by(id); if (place && place.textContent !== words) place.textContent = words }

// Keys.
document.addEventListener('keydown', event => {
  if (event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey) {
    const goal = { KeyC: '[data-shortcut=claim]', KeyW: '#words', KeyI: '#inbox-title' }[event.code]
    const found = goal && document.querySelector(goal)
    if (!found) return
    event.preventDefault()
    if (event.code === 'KeyC') found.click()
    else found.focus()
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.matches('textarea')) {
    const send = event.target.form.querySelector('button')
    if (!send || send.disabled || send.checkVisibility?.({ visibilityProperty: true }) === false) return
    event.preventDefault()
    event.target.form.requestSubmit(send)
  }
})

// A suggested reply goes into the message field, after what is already there.
document.addEventListener('click', event => {
  const reply = event.target.closest('[data-draft]')
  const words = by('words')
  if (!reply || !words || !words.checkVisibility()) return
  event.preventDefault()
  words.value = words.value.trim() ? `${words.value.trimEnd()}\n\n${reply.dataset.draft}` : reply.dataset.draft
  words.focus()
})

// The transcript stays at its end by itself; a reader who has gone up is told of new lines, not thrown down to them.
const log = by('log')
if (log) {
  const below = by('below')
  const isUp = () => log.scrollTop < -60
  log.addEventListener('scroll', () => { if (!isUp()) below.hidden = true }, { passive: true })
  below.addEventListener('click', () => log.scrollTo({ top: 0 }))
  new MutationObserver(changes => {
    if (isUp() && changes.some(c => c.addedNodes.length > c.removedNodes.length)) below.hidden = false
  }).observe(by('lines'), { childList: true })
}

// What was unfolded in the packet stays unfolded when the packet is renewed.
let unfolded = []
document.addEventListener('htmx:beforeSwap', event => {
  if (event.target.id === 'packet') unfolded = [...event.target.querySelectorAll('details[open]')].map(d => d.id)
})
document.addEventListener('htmx:afterSwap', event => {
  if (event.target.id === 'packet') unfolded.forEach(id => by(id)?.setAttribute('open', ''))
})

// A form that is unfolded at the foot of the page comes into view.
document.addEventListener('toggle', event => {
  if (event.target.open && event.target.closest('.ways')) event.target.scrollIntoView({ block: 'nearest' })
}, true)

// After a deed the focus goes where the work goes on, and never nowhere.
document.addEventListener('desk-claimed', () => setTimeout(() => by('words')?.focus(), 150))
document.addEventListener('desk-changed', () => setTimeout(() => {
  if (document.activeElement === document.body) by('state-title')?.focus()
}, 400))

// Failures: the form keeps its words; the reason is said where it can be heard.
document.addEventListener('htmx:responseError', event => {
  let problem = {}
  try { problem = JSON.parse(event.detail.xhr.responseText) } catch { problem = {} }
  say(event.detail.requestConfig.verb === 'get' ? 'connection' : 'status',
    problem.title ? `${problem.title}. ${problem.detail}` : 'The desk did not answer as it should. Nothing is lost; try again.')
})
for (const name of ['htmx:sendError', 'htmx:timeout'])
  document.addEventListener(name, event => {
    if (event.detail.requestConfig.verb === 'get') say('connection', 'The desk cannot be reached.')
    else say('status', 'The desk cannot be reached. What you wrote is kept here; try again.')
  })
document.addEventListener('htmx:sseError', () => say('connection', 'Live updates are interrupted; trying again.'))
document.addEventListener('htmx:sseOpen', () => say('connection', ''))
