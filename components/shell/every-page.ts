'use client';

/**
 * What nearly every page takes part in travels once, with the root layout that asks for this file. Without it each page, each layout and
 * each error boundary carries copies of its own.
 */
import 'next/link';
import '@/components/ui/banner';
import '@/components/ui/focus-heading';
import '@/components/ui/submit-button';
import './session-warning';

export { OfflineNotice } from './offline-notice';
