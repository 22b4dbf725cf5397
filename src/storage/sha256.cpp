#include "storage/sha256.h"

#include <glib.h>

#include <memory>

namespace storage {

std::string sha256(std::string_view bytes)
{
    const std::unique_ptr<GChecksum, decltype(&g_checksum_free)> sum(g_checksum_new(G_CHECKSUM_SHA256), &g_checksum_free);
    g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(bytes.data()), gssize(bytes.size()));
    return g_checksum_get_string(sum.get());
}

} // namespace storage
