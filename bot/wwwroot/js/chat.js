'use strict';
(() => {
  const place = document.getElementById('conversation');
  const words = place.dataset;
  const kept = 'trustbot-conversation';

  const post = (address, body, token) => fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body ?? {}),
  });

  /** The conversation this tab was in, with a fresh token; null when there is none any more. */
  const resumed = async () => {
    const last = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
    if (!last) return null;
    const answer = await post(`${last.domain}/tokens/refresh`, {}, last.token);
    if (!answer.ok) return null;
    const { token } = await answer.json();
    const there = await fetch(`${last.domain}/conversations/${last.conversationId}`, { headers: { authorization: `Bearer ${token}` } });
    return there.ok ? { ...last, token, watermark: '-' } : null;
  };

  const fresh = async () => {
    const answer = await post('/api/token', { locale: words.locale });
    if (answer.status === 429) throw new Error(words.busy);
    if (!answer.ok) throw new Error('');
    const { token, conversationId, domain } = await answer.json();
    return { token, conversationId, domain: new URL(domain, location.href).href };
  };

  const looks = (style) => {
    const colour = (name) => style.getPropertyValue(name).trim();
    return {
      hideUploadButton: true,
      botAvatarInitials: 'AI',
      botAvatarBackgroundColor: colour('--brand'),
      showAvatarInGroup: 'sender',
      avatarSize: 36,
      accent: colour('--brand'),
      primaryFont: colour('--font'),
      backgroundColor: colour('--paper'),
      subtle: colour('--quiet'),
      timestampColor: colour('--quiet'),
      bubbleBackground: colour('--bot'),
      bubbleTextColor: colour('--ink'),
      bubbleBorderColor: colour('--line'),
      bubbleBorderRadius: 12,
      bubbleNubSize: 0,
      bubbleFromUserBackground: colour('--you'),
      bubbleFromUserTextColor: colour('--you-ink'),
      bubbleFromUserBorderColor: colour('--you'),
      bubbleFromUserBorderRadius: 12,
      bubbleFromUserNubSize: 0,
      bubbleMaxWidth: 560,
      sendBoxBackground: colour('--paper'),
      sendBoxTextColor: colour('--ink'),
      sendBoxPlaceholderColor: colour('--quiet'),
      sendBoxButtonColor: colour('--brand'),
      sendBoxBorderTop: `solid 1px ${colour('--line')}`,
      sendBoxTextWrap: true,
      suggestedActionLayout: 'flow',
      suggestedActionBackgroundColor: colour('--paper'),
      suggestedActionBorderColor: colour('--brand'),
      suggestedActionTextColor: colour('--brand'),
      suggestedActionBorderRadius: 18,
    };
  };

  const show = (conversation) => {
    const speakers = Speakers({ ai: words.ai, you: words.you });
    const resend = Resend();
    const store = WebChat.createStore({}, resend.middleware, () => (next) => (action) =>
      next(action.type === 'DIRECT_LINE/INCOMING_ACTIVITY'
        ? { ...action, payload: { ...action.payload, activity: speakers.announced(action.payload.activity) } }
        : action));
    const directLine = resend.keepingId(WebChat.createDirectLine({
      ...conversation,
      ...(!conversation.watermark && { conversationId: undefined }),
      conversationStartProperties: { locale: words.locale },
    }));
    // The token is renewed while the page is open; a reload must find the last one.
    directLine.connectionStatus$.subscribe(() =>
      sessionStorage.setItem(kept, JSON.stringify({ ...conversation, token: directLine.token ?? conversation.token, watermark: undefined })));
    place.replaceChildren();
    WebChat.renderWebChat({
      directLine,
      store,
      locale: words.locale,
      nonce: words.nonce,
      styleOptions: looks(getComputedStyle(document.documentElement)),
      overrideLocalizedStrings: (strings) => ({ ...strings, ...speakers.strings, TEXT_INPUT_PLACEHOLDER: words.message }),
      ...speakers.middleware,
    }, place);
    const human = document.getElementById('human');
    human.disabled = false;
    human.addEventListener('click', () => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: words.human, method: 'keyboard' } }));
  };

  const fail = (why) => {
    place.hidden = true;
    const box = document.getElementById('failed');
    if (why) box.querySelector('[data-why]').textContent = why;
    box.hidden = false;
  };

  document.getElementById('human').disabled = true;
  document.getElementById('new').addEventListener('click', () => {
    sessionStorage.removeItem(kept);
    location.reload();
  });

  (async () => {
    try {
      show(await resumed() ?? await fresh());
    } catch (error) {
      console.error(error);
      fail(error instanceof TypeError ? '' : error.message);
    }
  })();
})();
