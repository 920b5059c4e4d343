'use strict';
/*
 * Who speaks, at every message: Web Chat itself tells only "bot" from "you", and would give a human colleague the
 * AI's name. Each bubble gets its sender's name, the colleague's bubbles another look, and screen readers the same.
 */
window.Speakers = (words) => {
  // What Web Chat renders are React elements, and its bundle keeps React to itself; this is what React.createElement makes.
  const element = (type, props, ...children) => ({
    $$typeof: Symbol.for('react.element'), type, key: null, ref: null, _owner: null,
    props: { ...props, children: children.length === 1 ? children[0] : children },
  });

  const who = (activity) => activity.channelData?.trustbot?.speaker ?? (activity.from?.role === 'user' ? 'user' : 'bot');
  const nameOf = (activity) => who(activity) === 'user' ? words.you : activity.from?.name || words.ai;
  // Two letters where names are spelled with them; one character fills the circle where they are written with signs.
  const initials = (name) => {
    const parts = name.split(/[\s\u3000]+/u).filter((part) => /^\p{L}/u.test(part)).map((part) => [...part][0]);
    return parts.slice(0, /\p{Ideographic}|\p{Script=Hangul}/u.test(parts[0]) ? 1 : 2).join('').toLocaleUpperCase() || '?';
  };

  const named = () => (next) => (...args) => {
    const { activity } = args[0];
    const render = next(...args);
    if (!render || activity.type !== 'message') return render;
    return (...more) => {
      const bubble = render(...more);
      if (!bubble) return bubble;
      return element('div', { className: `speaker speaker-${who(activity)}` },
        element('div', { className: 'speaker-name' }, nameOf(activity)),
        element('div', { className: 'speaker-words', lang: activity.locale || undefined }, bubble));
    };
  };

  const avatars = () => (next) => (...args) => {
    const { activity } = args[0];
    if (who(activity) !== 'agent') return next(...args);
    return () => element('div', { className: 'agent-avatar', 'aria-hidden': true }, initials(nameOf(activity)));
  };

  // Two neighbours are one group only if the same one speaks.
  const groups = () => (next) => (...args) => {
    const sender = [];
    let last;
    for (const activity of args[0].activities) {
      const key = `${who(activity)} ${nameOf(activity)}`;
      if (sender.length === 0 || key !== last) sender.push([]);
      sender.at(-1).push(activity);
      last = key;
    }
    return { ...next(...args), sender };
  };

  // Web Chat announces "Bot … said"; with the strings below it says nothing of its own and this text, which names the sender.
  const announced = (activity) => {
    if (activity.type !== 'message' || who(activity) === 'user' || !activity.text) return activity;
    const spoken = `${nameOf(activity)}: ${activity.speak || activity.text}`;
    return { ...activity, channelData: { ...activity.channelData, 'webchat:fallback-text': spoken } };
  };

  return {
    announced,
    middleware: { activityMiddleware: named, avatarMiddleware: avatars, groupActivitiesMiddleware: groups },
    strings: { ACTIVITY_BOT_SAID_ALT: ' ', ACTIVITY_YOU_SAID_ALT: `${words.you}:` },
  };
};
