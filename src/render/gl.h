// Owners of OpenGL objects: move-only, freed once, here and nowhere else. All need a current context, also to
// be freed.
#pragma once

#include <epoxy/gl.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/color.h"
#include "base/units.h"

namespace render::gl {

/// Owns one GL name; `Free` deletes it.
template <void (*Free)(GLuint)>
class Owner {
  public:
    Owner() = default;
    explicit Owner(GLuint name) : m_name(name) {}
    Owner(Owner&& other) noexcept : m_name(std::exchange(other.m_name, 0)) {}
    Owner& operator=(Owner&& other) noexcept {
        std::swap(m_name, other.m_name);
        return *this;
    }
    ~Owner() {
        if (m_name != 0) Free(m_name);
    }
    GLuint name() const { return m_name; }
    explicit operator bool() const { return m_name != 0; }

  private:
    GLuint m_name = 0;
};

void freeBuffer(GLuint name);
void freeTexture(GLuint name);
void freeVertexArray(GLuint name);
void freeFramebuffer(GLuint name);
void freeRenderbuffer(GLuint name);
void freeProgram(GLuint name);
using Buffer = Owner<freeBuffer>;
using Texture = Owner<freeTexture>;
using VertexArray = Owner<freeVertexArray>;
using Framebuffer = Owner<freeFramebuffer>;
using Renderbuffer = Owner<freeRenderbuffer>;
using ProgramName = Owner<freeProgram>;

Buffer makeBuffer();
VertexArray makeVertexArray();

/// A 2D texture without pixels yet, bound and clamped at its edges. `filter` as for minification.
Texture makeTexture(GLenum filter);

/// A 2D texture without mipmaps, bound and clamped at its edges. `format`: GL_R8, GL_RG8, GL_RGBA8, or
/// GL_BGRA: the latter but with blue first in memory, as screens have it, where the driver has such textures.
Texture makeTexture(GLenum format, base::Size size, GLenum filter);

/// A framebuffer that draws into `color`.
Framebuffer makeFramebuffer(const Texture& color);

enum class Clearing { Needed, Needless };

/// A texture to draw into. The first row is the top of the picture.
struct Canvas {
    base::Size size;
    GLenum format = GL_RGBA8;  ///< as makeTexture has it
    Texture texture;
    Framebuffer framebuffer;
    Renderbuffer depth;  ///< of GL_BGRA alone, and never used: see gl.cpp

    Canvas() = default;
    Canvas(base::Size size, GLenum format, GLenum filter);
    /// Binds it for drawing, sets the viewport and clears to `color`; needless where every pixel will be
    /// drawn over.
    void begin(base::Color color, Clearing clearing = Clearing::Needed) const;
};

/// A linked program of two embedded shaders; `defines` are put after the fragment shader's first line, which
/// names its version. Broken shaders are our fault: the log is printed and the program ends.
class Program {
  public:
    Program() = default;
    Program(std::string_view vertexFile, std::string_view fragmentFile, std::string_view defines = {});
    void use() const;
    void set(const char* uniform, int value) const;
    void set(const char* uniform, float value) const;
    void set(const char* uniform, base::Vec2 value) const;
    void set(const char* uniform, base::Color value) const;
    /// Row-major 3x3.
    void setMatrix(const char* uniform, const std::array<float, 9>& rows) const;

  private:
    GLint location(const char* uniform) const;
    ProgramName m_name;
};

/// One float attribute of an interleaved vertex or instance.
struct Attribute {
    int components;
};

/// A stream of equally laid-out floats that is replaced before each draw; one instance of a quad each.
class InstanceStream {
  public:
    InstanceStream() = default;
    explicit InstanceStream(std::vector<Attribute> attributes);
    /// Draws a 4-vertex strip for every instance in `floats`.
    void draw(const std::vector<float>& floats) const;

  private:
    Buffer m_buffer;
    VertexArray m_array;
    int m_floats = 0;
};

/// A stream of vertices drawn as one triangle strip.
class StripStream {
  public:
    StripStream() = default;
    explicit StripStream(std::vector<Attribute> attributes);
    void draw(const std::vector<float>& floats) const;

  private:
    Buffer m_buffer;
    VertexArray m_array;
    int m_floats = 0;
};

/// Numbers for shaders to look up, four a texel (samplerBuffer), replaced before each draw.
class BufferTexture {
  public:
    /// What every driver has room for.
    static constexpr std::size_t kMostTexels = 65536;

    BufferTexture();
    /// Binds it to the first texture unit; `floats` are at most 4 * kMostTexels.
    void bind(const std::vector<float>& floats) const;

  private:
    Buffer m_buffer;
    Texture m_texture;
};

}  // namespace render::gl
