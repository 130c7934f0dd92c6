/**
 * Telling everybody who is affected (個別通知): who is told by which channel, from the draft to the last recipient. Enter
 * at {@link org.teishutsu.notify.campaign.CampaignService}; {@link org.teishutsu.notify.campaign.DeliveryPlan} decides
 * the channel, {@link org.teishutsu.notify.campaign.NotTold} knows who is left.
 */
@NullMarked
package org.teishutsu.notify.campaign;

import org.jspecify.annotations.NullMarked;
