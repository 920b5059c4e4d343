'use strict';
/*
 * What could not be sent is sent again as the same message. Web Chat's own "Retry" makes another message of it: the first
 * one stays as failed for ever, and if the bot had taken it in after all, it would have it twice.
 */
window.Resend = () => {
  /** The id a message was first sent under, and the one Web Chat gave it last. */
  const latest = new Map();
  const failed = new Set();

  const idOf = (activity) => activity.channelData?.clientActivityID;
  const under = (clientActivityID, activity) => ({ ...activity, channelData: { ...activity.channelData, clientActivityID } });
  // Web Chat removes lines by their id, and gives none to a line that the bot has not confirmed.
  const local = (clientActivityID) => `local-${clientActivityID}`;
  const within = (action, activity) => ({ ...action, payload: { ...action.payload, activity } });

  const again = (action, dispatch) => {
    const { activity } = action.payload;
    const before = idOf(activity);
    if (!before) return action;
    dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: local(before) } });
    // Its old place in the chat must not travel with it.
    const { 'webchat:sequence-id': place, webChat, ...kept } = activity.channelData;
    return within(action, { ...activity, channelData: { firstID: before, ...kept } });
  };

  const pending = (action) => {
    const { activity } = action.payload;
    if (activity.channelData.firstID) latest.set(activity.channelData.firstID, idOf(activity));
    return within(action, { ...activity, id: local(idOf(activity)) });
  };

  const middleware = ({ dispatch }) => (next) => (action) => {
    switch (action.type) {
      case 'DIRECT_LINE/POST_ACTIVITY': return next(again(action, dispatch));
      case 'DIRECT_LINE/POST_ACTIVITY_PENDING': return next(pending(action));
      case 'DIRECT_LINE/POST_ACTIVITY_REJECTED':
        failed.add(action.meta.clientActivityID);
        return next(action);
      case 'DIRECT_LINE/INCOMING_ACTIVITY': {
        const sent = idOf(action.payload.activity);
        if (!sent) return next(action);
        const id = latest.get(sent) ?? sent;
        const activity = under(id, action.payload.activity);
        const done = next(within(action, activity));
        // The bot had it all along, and it comes when nobody waits for it any more.
        if (failed.delete(id)) dispatch({ type: 'DIRECT_LINE/POST_ACTIVITY_FULFILLED', meta: { clientActivityID: id, method: 'keyboard' }, payload: { activity } });
        return done;
      }
      default: return next(action);
    }
  };

  /** Sends under the first id, by which the bot knows what it has already taken in. */
  const keepingId = (directLine) => {
    const post = directLine.postActivity.bind(directLine);
    directLine.postActivity = (activity) => {
      const { firstID, ...channelData } = activity.channelData ?? {};
      return post(firstID ? under(firstID, { ...activity, channelData }) : activity);
    };
    return directLine;
  };

  return { middleware, keepingId };
};
